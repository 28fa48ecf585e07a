namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>A cosine that rises again after its end, as PyTorch's does past <c>T_max</c>.</summary>
internal static class Waves
{
    public static Body Body { get; } =
        new(
            [Argument.Rate, Argument.Rate, Argument.Position],
            a => a[2] > 0.5 ? x => a[1] + ((a[0] - a[1]) * 0.5 * (1 + Math.Cos(Math.PI * x / a[2]))) : null,
            a => Schedule.CosineWave(a[0], a[1], a[2]),
            Guesses
        );

    // Half waves in the log: from one that is just over to eighty.
    private static IEnumerable<double[]> Guesses(Tail tail) =>
        tail.Nearest(
                Enumerable.Range(0, 161).Select(i => (double[])[tail.Reach / (0.8 + (i * i * 0.0031))]),
                length => row => 0.5 - (0.5 * Math.Cos(Math.PI * tail.At[row] / length[0])),
                count: 2
            )
            .Select(best => best.Guess);
}
