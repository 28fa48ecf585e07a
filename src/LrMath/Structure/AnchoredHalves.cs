namespace LrMath.Structure;

/// <summary>A way whose halves have anchors of their own, each counted from its end; before it the start is held, and after it the end.</summary>
internal static class AnchoredHalves
{
    /// <summary>The node of a segment, or null if its end is beyond all steps.</summary>
    /// <param name="segment">The way.</param>
    /// <param name="middle">The share of it that is counted from the start.</param>
    /// <param name="startsAtStart">A step at the start has the start itself.</param>
    /// <param name="early">The curve from the start, given how far the first step is from it.</param>
    /// <param name="late">The curve from the end, given how far the last step is from it.</param>
    internal static ScheduleNode? On<TCurve, TReached>(
        in Segment segment, double middle, bool startsAtStart, Func<double, TCurve> early, Func<double, TCurve> late)
        where TCurve : struct, IAnchorFormula<TReached>
        where TReached : struct, IFold
    {
        long end = Segment.StepAt(segment.To);
        if (end > int.MaxValue)
        {
            return null;
        }

        long inside = Math.Min(segment.FirstInside(startsAtStart), end);
        long past = Math.Clamp(segment.FirstPast(middle), inside, end);
        List<ScheduleNode> parts = [];
        List<int> milestones = [];
        if (inside > 0)
        {
            parts.Add(new ConstantNode(segment.Start));
            milestones.Add((int)inside);
        }

        if (past > inside)
        {
            parts.Add(new AnchoredNode<TCurve, TReached>(early(inside - segment.From), inside, 1, past - inside));
            milestones.Add((int)past);
        }

        if (end > past)
        {
            long last = (long)Math.Floor(segment.To);
            parts.Add(new AnchoredNode<TCurve, TReached>(late(segment.To - last), last, -1, last - past));
            milestones.Add((int)end);
        }

        return SwitchNode.Of([.. parts, new ConstantNode(segment.End)], [.. milestones], restarts: false);
    }
}
