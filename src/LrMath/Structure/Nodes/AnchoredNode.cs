using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>A curve with anchors and one table, at steps on one side of a whole step.</summary>
internal sealed record AnchoredNode<TCurve, TReached> : ScheduleNode
    where TCurve : struct, IAnchorFormula<TReached>
    where TReached : struct, IFold
{
    private readonly TCurve curve;
    private readonly long whole;
    private readonly int sign;
    private readonly double[] table;
    private readonly double[] inStepOrder;

    /// <param name="curve">The curve, its distance counted from the whole step.</param>
    /// <param name="whole">The whole step next to the near end.</param>
    /// <param name="sign">1 if the steps follow it, -1 if they come before it.</param>
    /// <param name="furthest">The largest distance that is asked.</param>
    internal AnchoredNode(in TCurve curve, long whole, int sign, double furthest)
    {
        this.curve = curve;
        this.whole = whole;
        this.sign = sign;
        table = new double[Ranges.RoomFor((int)Math.Min(furthest + 1, Anchored.Block))];
        Ranges.Each(new Offsets(curve, table), table.Length);
        inStepOrder = sign > 0 ? table : [.. table.Reverse()];
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        long distance = (step - whole) * sign;
        int offset = (int)distance & (Anchored.Block - 1);
        Lane1 one = curve.Anchor(new Lane1(distance - offset), out Lane1 other);
        return curve.From(one.Value, other.Value).Of(new Lane1(table[offset]), default).Value;
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct => Anchored.Fill<Anchors, TReached, T>(new(curve), whole, sign, first, destination, inStepOrder, inStepOrder);

    private readonly struct Anchors(TCurve curve) : IAnchored<TReached>
    {
        public void Fill(long lowest, Span<double> first, Span<double> second, int count) => Ranges.Each(new Some(curve, lowest, first, second), count);

        public TReached From(double first, double second) => curve.From(first, second);
    }

    private readonly ref struct Some(TCurve curve, long lowest, Span<double> first, Span<double> second) : IWork
    {
        private readonly ref double one = ref MemoryMarshal.GetReference(first);
        private readonly ref double other = ref MemoryMarshal.GetReference(second);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            curve.Anchor((numbers + TLane.Of(lowest)) * TLane.Of(Anchored.Block), out TLane second).Store(ref Unsafe.Add(ref one, index));
            second.Store(ref Unsafe.Add(ref other, index));
        }
    }

    private readonly ref struct Offsets(TCurve curve, Span<double> table) : IWork
    {
        private readonly ref double table = ref MemoryMarshal.GetReference(table);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane> => curve.Offset(numbers).Store(ref Unsafe.Add(ref table, index));
    }
}
