namespace LrMath.Analysis.Identifying.Whole;

/// <summary>Levels as StepLR, MultiStepLR or piecewise constants write them, after a warm-up or with one laid over their first steps.</summary>
internal static class Stairs
{
    /// <summary>What the levels may be, given each way to write the rows up to the end of the first level.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="levels">Their levels.</param>
    /// <param name="beginnings">The arguments of a constant after a warm-up, <c>[origin, from, steps, value]</c>.</param>
    public static IEnumerable<Func<int, double>> Of(Observations rows, Levels levels, IEnumerable<double[]> beginnings)
    {
        foreach (double[] beginning in beginnings)
        {
            (int origin, double from, int warmup, double top) = ((int)beginning[0], beginning[1], (int)beginning[2], beginning[3]);
            foreach (Func<int, double> stairs in From(rows, levels, origin + warmup, top))
            {
                yield return Warmups.Placed(warmup > 0 ? stairs.Warmup(warmup, from) : stairs, origin);
            }

            foreach (Func<int, double> stairs in warmup > 0 ? From(rows, levels, origin, top) : [])
            {
                yield return Warmups.Placed(Schedule.Linear(from, top, warmup).Then(stairs.Shift(warmup), warmup), origin);
            }
        }
    }

    private static IEnumerable<Func<int, double>> From(Observations rows, Levels levels, int origin, double top)
    {
        int[] milestones = Array.ConvertAll(levels.Jumps, jump => (HumanNumbers.Whole(jump.After, jump.UpTo) ?? jump.UpTo) - origin);
        if (milestones[0] < 1)
        {
            yield break;
        }

        if (levels.Factor() is { } factor)
        {
            if (levels.Every(origin, rows.Last) is { } every)
            {
                yield return Schedule.Step(top, factor, every);
            }

            int[] local = Array.ConvertAll(levels.Jumps, jump => HumanNumbers.Whole(jump.After - origin, jump.UpTo - origin) ?? (jump.UpTo - origin));
            yield return Schedule.MultiStep(top, factor, local);
        }

        if (milestones.Length < 12)
        {
            double[] values = [top, .. Enumerable.Range(1, milestones.Length).Select(i => HumanNumbers.Nearest(levels.Rates[i] - levels.Widths[i], levels.Rates[i] + levels.Widths[i]))];
            yield return Schedule.Piecewise(values, milestones);
        }
    }
}
