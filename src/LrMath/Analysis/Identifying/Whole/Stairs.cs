namespace LrMath.Analysis.Identifying.Whole;

/// <summary>
/// Levels as StepLR, MultiStepLR or piecewise constants write them, after a warm-up or with one laid over their first steps.
/// </summary>
internal static class Stairs
{
    private const int MostLevels = 12;

    /// <summary>What the levels may be, given each way to write the rows up to the end of the first level.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="levels">Their levels.</param>
    /// <param name="beginnings">The arguments of a constant after a warm-up, <c>[origin, from, steps, value]</c>.</param>
    public static IEnumerable<Func<int, double>> Of(Observations rows, Levels levels, IEnumerable<double[]> beginnings)
    {
        Levels full = levels.Factor() is null ? levels.Filled() : levels;
        List<Func<int, double>> regular = [];
        List<Func<int, double>> others = [];
        foreach (double[] beginning in beginnings)
        {
            (int origin, double from, int warmup, double top) = ((int)beginning[0], beginning[1], (int)beginning[2], beginning[3]);
            Func<int, double> Warm(Func<int, double> stairs) => Warmups.Placed(warmup > 0 ? stairs.Warmup(warmup, from) : stairs, origin);
            Func<int, double> Over(Func<int, double> stairs) =>
                Warmups.Placed(Schedule.Linear(from, top, warmup).Then(stairs.Shift(warmup), warmup), origin);

            regular.AddRange(Regular(rows, full, origin + warmup, top).Select(Warm));
            others.AddRange(Irregular(levels, origin + warmup, top).Select(Warm));
            regular.AddRange((warmup > 0 ? Regular(rows, full, origin, top) : []).Select(Over));
        }

        // What is repeated goes on beyond the last row; a list of milestones does not.
        return regular.Count > 0 ? regular : others;
    }

    private static IEnumerable<Func<int, double>> Regular(Observations rows, Levels levels, int origin, double top) =>
        levels.Factor() is { } factor && levels.Jumps[0].UpTo > origin && levels.Every(origin, rows.Last) is { } every
            ? [Schedule.Step(top, factor, every)]
            : [];

    private static IEnumerable<Func<int, double>> Irregular(Levels levels, int origin, double top)
    {
        int[] milestones = Array.ConvertAll(
            levels.Jumps,
            jump => HumanNumbers.Whole(jump.After - origin, jump.UpTo - origin) ?? (jump.UpTo - origin)
        );
        if (milestones[0] < 1)
        {
            yield break;
        }

        if (levels.Factor() is { } factor)
        {
            yield return Schedule.MultiStep(top, factor, milestones);
        }
        else if (milestones.Length < MostLevels)
        {
            yield return Schedule.Piecewise([top, .. Enumerable.Range(1, milestones.Length).Select(levels.Roundest)], milestones);
        }
    }
}
