using FsCheck;
using FsCheck.Fluent;

namespace LrMath.Tests.Generation;

/// <summary>What the properties of the tests draw, and how a failure is made smaller.</summary>
public static class Arbitraries
{
    /// <summary>A builder or a verb at the root, each as often as any other, and up to four verbs below.</summary>
    public static Arbitrary<Composition> Compositions() => Of(new Generator());

    public static Arbitrary<Window> Windows() =>
        Arb.From(
            from first in Steps
            from length in Gen.Choose(0, 2500)
            from part in Gen.Choose(1, 400)
            select new Window(first, (int)Math.Min(length, (long)int.MaxValue - first + 1), part),
            window => window.Smaller()
        );

    public static Arbitrary<Step> AnyStep() =>
        Arb.From(Steps.Select(at => new Step(at)), step => Reduction.Of(step.At).Select(less => new Step(less)));

    public static Arbitrary<Count> Counts() =>
        Arb.From(
            Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 240))).Select(n => new Count(n)),
            count => Reduction.Of(count.N).Select(less => new Count(less))
        );

    internal static Gen<int> Steps { get; } =
        Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 3000), Gen.Choose(int.MaxValue - 3000, int.MaxValue), Gen.Choose(0, int.MaxValue));

    internal static Arbitrary<Composition> Of(Generator generator) =>
        Arb.From(
            Gen.Sized(size => generator.AnyOf([.. Members.Builders, .. Members.Verbs], Math.Min(size / 20, 4)))
                .Select(term => new Composition(term)),
            composition => composition.Smaller()
        );

    internal static Arbitrary<Composition> Of(Generator generator, params IReadOnlyList<System.Reflection.MethodInfo> roots) =>
        Arb.From(
            Gen.Sized(size => Gen.Elements(roots.AsEnumerable()).SelectMany(root => generator.Of(root, Math.Min(size / 20, 3))))
                .Select(term => new Composition(term)),
            composition => composition.Smaller().Where(less => less.Term is Call call && roots.Contains(call.Member))
        );

    internal static Arbitrary<Term> OfShape(Generator generator, System.Reflection.MemberInfo shape) =>
        Arb.From(
            generator.Shape(shape),
            term => term.Reductions().Where(less => less is Call call && call.Member == shape && less.IsLegal())
        );
}
