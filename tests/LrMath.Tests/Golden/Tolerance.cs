namespace LrMath.Tests.Golden;

/// <summary>|ours - theirs| may be as large as absolute + relative · |theirs|. The figures are those of the golden files' README.</summary>
internal sealed record Tolerance(double Absolute, double Relative)
{
    public static Tolerance Of(string framework, string quantity, double largestRate) =>
        (framework, quantity) is ("fastai", "smooth") ? new(0, 1e-5) : new(1e-12 * largestRate, 1e-9);

    public double Around(double theirs) => Absolute + Relative * Math.Abs(theirs);
}
