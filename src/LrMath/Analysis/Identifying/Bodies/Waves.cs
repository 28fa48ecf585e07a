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

    private static IEnumerable<double[]> Guesses(Tail tail)
    {
        double reach = tail.Reach;
        List<(double[] Guess, double Sum)> tried = [];
        for (int i = 0; i <= 160; i++)
        {
            // Half waves in the log: from one that is just over to eighty.
            double length = reach / (0.8 + (i * i * 0.0031));
            (double start, double end, double sum) = tail.Ends(x => 0.5 - (0.5 * Math.Cos(Math.PI * x / length)));
            tried.Add(([start, end, length], sum));
        }

        return tried.OrderBy(t => t.Sum).Take(2).Select(t => t.Guess);
    }
}
