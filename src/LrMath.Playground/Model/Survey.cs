namespace LrMath.Playground.Model;

/// <summary>Measures all curves, in pieces that leave the page alive.</summary>
internal static class Survey
{
    private const int Piece = 20_000;
    private const int Most = 2_000_000;

    /// <summary>Measures curves over the steps in view.</summary>
    /// <param name="curves">The curves; null where one has a mistake.</param>
    /// <param name="state">The steps in view, and the value of which to say when it is passed.</param>
    /// <param name="changed">Ends the work.</param>
    /// <returns>The measures of each curve, and whether there are too many steps to measure all of them.</returns>
    public static async Task<(Measures?[] Measures, bool IsPartial)> OfAsync(
        IEnumerable<Func<int, double>?> curves,
        PageState state,
        CancellationToken changed
    )
    {
        Func<int, double>?[] all = [.. curves];
        (int first, int end) = state.Shown;
        int length = Math.Min(end - first, Most / Math.Max(1, all.Length));
        double[] values = new double[length];
        var measures = new Measures?[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is not { } curve)
            {
                continue;
            }

            for (int from = 0; from < length; from += Piece)
            {
                curve.Evaluate(first + from, values.AsSpan(from, Math.Min(Piece, length - from)));
                await Task.Delay(1, changed);
            }

            measures[i] = Measures.Of(first, values, state.Below);
        }

        return (measures, length < end - first);
    }
}
