namespace LrMath.Structure;

/// <summary>A weight that is reached from anchors on every segment; segments of one length share a table.</summary>
internal sealed record ArcShape<TArc>(string Name, double[]? Table = null) : WeightShape<TArc>(Name, default(TArc))
    where TArc : struct, IArc
{
    internal override double At(in Segment segment, int step) => segment.Holds(step, out double held)
        ? held
        : CosineHalf<TArc>.At(segment, segment.IsOnFirst(default(TArc).Middle, step), step, Table);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    internal override ScheduleNode On(in Segment segment) => new CosineNode<TArc>(segment, CosineTable<TArc>.Of(segment.Length));

    internal override ShapeFormula For(in Segment like, bool sameEnds) => new ArcShape<TArc>(Name, CosineTable<TArc>.Of(like.Length));

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        int half = Segment.Before(segment.FirstPast(default(TArc).Middle), first, between.Length);
        CosineHalf<TArc> early = new(segment, isFirst: true);
        CosineHalf<TArc> late = new(segment, isFirst: false);
        Span<double> own = Table is null ? stackalloc double[CosineTable<TArc>.LengthFor(segment.Length)] : Table;
        if (Table is null)
        {
            long furthest = Math.Max(early.Furthest(first, half), late.Furthest(first + half, between.Length - half));
            CosineTable<TArc>.Fill(own, segment.Length, (int)Math.Clamp(furthest + 1, 0, CosineTable<TArc>.Offsets(own.Length)));
        }

        early.Fill(first, between[..half], own);
        late.Fill(first + half, between[half..], own);
    }
}
