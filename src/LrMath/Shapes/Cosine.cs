using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Half a cosine, flat at both ends: <c>end + (start - end)·(1 + cos πp) / 2</c>, computed as a squared sine from the nearer end.
    /// PyTorch's and optax's cosine annealing (Loshchilov and Hutter, SGDR, arXiv:1608.03983).
    /// </summary>
    public static Shape Cosine { get; } = new CosineShape("Shapes.Cosine").Between;
}

/// <summary>Half a cosine by the addition theorem, see <see cref="CosineHalf"/>.</summary>
internal sealed record CosineShape : ShapeFormula
{
    private const double Middle = 0.5;

    private readonly double[]? table;

    internal CosineShape(string text, double[]? table = null)
    {
        Text = text;
        this.table = table;
    }

    internal override string Text { get; }

    internal override double Between(double start, double end, double progress) =>
        progress <= 0 ? start
        : progress >= 1 ? end
        : double.IsNaN(progress) ? throw Guard.IllegalProgress(progress)
        : new CosineHalf(new Segment(start, end, 0, 1), progress <= Middle).Along(progress <= Middle ? progress : 1 - progress);

    internal override double At(in Segment segment, int step)
    {
        if (step >= segment.To)
        {
            return segment.End;
        }

        return step <= segment.From ? segment.Start : CosineHalf.At(segment, segment.IsOnFirst(Middle, step), step, table);
    }

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    internal override ScheduleNode On(in Segment segment) => new CosineNode(segment, CosineTable.Of(segment.Length));

    internal override ShapeFormula For(double length) => new CosineShape(Text, CosineTable.Of(length));

    internal override ShapeFormula Warped(double exponent) => Shapes.Warped<CosineWeight>(Text, default, exponent);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        int half = Segment.Before(segment.FirstPast(Middle), first, between.Length);
        CosineHalf early = new(segment, isFirst: true);
        CosineHalf late = new(segment, isFirst: false);
        Span<double> own = table is null ? stackalloc double[CosineTable.LengthFor(segment.Length)] : table;
        if (table is null)
        {
            long furthest = Math.Max(early.Furthest(first, half), late.Furthest(first + half, between.Length - half));
            CosineTable.Fill(own, segment.Length, (int)Math.Clamp(furthest + 1, 0, CosineTable.Offsets(own.Length)));
        }

        early.Fill(first, between[..half], own);
        late.Fill(first + half, between[half..], own);
    }
}

internal readonly struct CosineWeight : IWeight
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(q);
}
