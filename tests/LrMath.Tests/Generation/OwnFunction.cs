using System.Globalization;

namespace LrMath.Tests.Generation;

/// <summary>A user's function as a schedule, <c>step => scale / (1.0 + step)</c>: the library cannot look into it.</summary>
internal sealed class OwnFunction(double scale) : Term(typeof(Func<int, double>))
{
    /// <summary>The value at step 0.</summary>
    public double Scale => scale;

    public override object Build(Watch? watch)
    {
        object function = new();
        return (Func<int, double>)(
            step =>
            {
                watch?.Note(function, step);
                return scale / (1.0 + step);
            }
        );
    }

    public override IEnumerable<Term> Reductions() => Reduction.Of(scale).Select(less => new OwnFunction(less));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"((Func<int, double>)(step => {scale:R} / (1.0 + step)))");
}
