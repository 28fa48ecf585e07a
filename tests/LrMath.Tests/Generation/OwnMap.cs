namespace LrMath.Tests.Generation;

/// <summary>A user's function of the value, <c>value => value / (1 + |value|)</c>, finite for every finite value.</summary>
internal sealed class OwnMap() : Term(typeof(Func<double, double>))
{
    /// <summary>The function, one object, so that it can be found by a name.</summary>
    public static Func<double, double> Function { get; } = value => value / (1 + Math.Abs(value));

    public override object Build(Watch? watch) => Function;

    public override IEnumerable<Term> Reductions() => [];

    public override string ToString() => "value => value / (1 + Math.Abs(value))";
}
