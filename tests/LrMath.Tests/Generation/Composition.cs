namespace LrMath.Tests.Generation;

/// <summary>A schedule as an expression: what a law is about, printed as C#.</summary>
public sealed class Composition
{
    internal Composition(Term term) => Term = term;

    internal Term Term { get; }

    /// <summary>How many calls it is made of.</summary>
    internal int Calls => Term.All().OfType<Call>().Count();

    public override string ToString() => Term.ToString();

    internal Func<int, double> Build(Watch? watch = null) => (Func<int, double>)Term.Build(watch)!;

    internal IEnumerable<Composition> Smaller() => Term.Reductions().Where(less => less.CanBeBuilt()).Select(less => new Composition(less));
}
