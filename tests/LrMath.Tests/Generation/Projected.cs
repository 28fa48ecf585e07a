using LrMath.Frameworks;

namespace LrMath.Tests.Generation;

/// <summary>The schedule in what a preset gives: the rate of a rate and momentum, the first of the groups.</summary>
internal sealed class Projected(Term source) : Term(typeof(Func<int, double>))
{
    public override IReadOnlyList<Term> Parts => [source];

    /// <summary>Whether a value of this type has a schedule in it.</summary>
    public static bool Takes(Type type) =>
        type == typeof(RateAndMomentum)
        || type == typeof(IReadOnlyList<Func<int, double>>)
        || type == typeof(IReadOnlyList<RateAndMomentum>);

    public override object Build(Watch? watch) =>
        source.Build(watch) switch
        {
            RateAndMomentum both => both.Rate,
            IReadOnlyList<RateAndMomentum> groups => groups[0].Rate,
            IReadOnlyList<Func<int, double>> groups => groups[0],
            object other => throw new InvalidOperationException($"{source} is a {other.GetType()}"),
            null => throw new InvalidOperationException($"{source} is null"),
        };

    public override IEnumerable<Term> Reductions() =>
        [
            .. Replacements(),
            Call.Simplest,
            .. source.Reductions().Where(less => less.Type == source.Type).Select(less => new Projected(less)),
        ];

    public override string ToString() =>
        source.Type == typeof(RateAndMomentum) ? $"{source}.Rate"
        : source.Type == typeof(IReadOnlyList<RateAndMomentum>) ? $"{source}[0].Rate"
        : $"{source}[0]";
}
