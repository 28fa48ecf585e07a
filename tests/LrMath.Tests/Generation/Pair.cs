namespace LrMath.Tests.Generation;

/// <summary>A tuple, <c>(a, b)</c>.</summary>
internal sealed class Pair(Type type, Term first, Term second) : Term(type)
{
    public override IReadOnlyList<Term> Parts => [first, second];

    public override object Build(Watch? watch) => Activator.CreateInstance(Type, first.Build(watch), second.Build(watch))!;

    public override IEnumerable<Term> Reductions() =>
        first
            .Reductions()
            .Select(less => new Pair(Type, less, second))
            .Concat(second.Reductions().Select(less => new Pair(Type, first, less)));

    public override string ToString() => $"({first}, {second})";
}
