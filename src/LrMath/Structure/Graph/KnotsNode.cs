namespace LrMath.Structure;

/// <summary>
/// A path of many knots. It keeps nothing but the knots: each way is computed from its two when it is evaluated, where a node for each
/// would take hundreds of bytes. The first value is held before the first knot, the last one after the last.
/// </summary>
internal sealed record KnotsNode((double At, double Value)[] Knots, IWays Ways) : ScheduleNode(Ways.RangeCost)
{
    internal override int? Length => Segment.LengthOf(Segment.StepAt(Knots[^1].At));

    internal override double At(int step)
    {
        Guard.Step(step);
        int reached = StepSearch.Reached(Knots, step);
        return IsHeld(reached, out double held) ? held : Ways.At(reached - 1, WayTo(reached), step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // All in one run: a way may be as short as a step, and its successor need not be searched.
        int reached = StepSearch.Reached(Knots, first);
        int done = 0;
        while (done < destination.Length)
        {
            int step = first + done;
            while (reached < Knots.Length && Knots[reached].At <= step)
            {
                reached++;
            }

            long next = reached < Knots.Length ? Segment.StepAt(Knots[reached].At) : 1L + int.MaxValue;
            Span<double> run = destination.Slice(done, Segment.CountBefore(next, step, destination.Length - done));
            if (IsHeld(reached, out double held))
            {
                Fill(held, run);
            }
            else
            {
                Ways.Fill(reached - 1, WayTo(reached), step, run);
            }

            done += run.Length;
        }

        return destination.Length;
    }

    private bool IsHeld(int reached, out double held)
    {
        held = Knots[Math.Min(reached, Knots.Length - 1)].Value;
        return reached == 0 || reached == Knots.Length;
    }

    private Segment WayTo(int knot) => new(Knots[knot - 1].Value, Knots[knot].Value, Knots[knot - 1].At, Knots[knot].At);
}
