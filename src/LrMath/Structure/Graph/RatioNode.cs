using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>So many steps of a schedule in every so many steps, two numbers without a common divisor; steps beyond the last there is are
/// the last.</summary>
internal sealed record RatioNode(ScheduleNode Inner, int Size, int Every) : ScheduleNode
{
    // From there on a step by itself is as cheap as all that lie before it, see StrideNode.
    private const int Wide = 16;

    // A slower schedule is asked at each of its steps anyway.
    private readonly bool fillsBetween = Size < Every || (Size / Every < Wide && !Inner.IsStepByStep);

    internal override bool IsStepByStep => Inner.IsStepByStep;

    /// <summary>The schedule at a ratio of speeds, by the simplest node there is.</summary>
    internal static ScheduleNode Of(ScheduleNode inner, int size, int every)
    {
        int common = GreatestCommonDivisor(size, every);
        (size, every) = (size / common, every / common);
        return every == 1 ? (size == 1 ? inner : new StrideNode(inner, size))
            : size == 1 ? new SampleHoldNode(inner, new(every))
            : new RatioNode(inner, size, every);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    /// <summary>A step of the inner schedule is entered at the first step that has its value.</summary>
    internal override Entry EntryAt(int step)
    {
        int place = PlaceOf(step);
        return step == 0 || PlaceOf(step - 1) < place ? Inner.EntryAt(place) : base.EntryAt(step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int most = (int)Math.Min((long)(Block - 1) * Every / Size, int.MaxValue - 1) + 1;
        int count = fillsBetween ? Segment.CountBefore(FirstPastTheLast(), first, Math.Min(most, destination.Length)) : 0;
        if (count == 0)
        {
            destination[0] = At(first);
            return 1;
        }

        Span<double> buffer = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[Block] : new double[Block];
        int place = PlaceOf(first);
        Span<double> between = buffer[..(PlaceOf(first + (count - 1)) - place + 1)];
        Inner.Fill(place, between);

        // The place moves on by the integer quotient, and by one more whenever the remainders add up to a whole step.
        long remainder = (long)first * Size % Every;
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            destination[i] = between[at];
            at += Size / Every;
            remainder += Size % Every;
            if (remainder >= Every)
            {
                remainder -= Every;
                at++;
            }
        }

        return count;
    }

    private int PlaceOf(int step) => (int)Math.Min((long)step * Size / Every, int.MaxValue);

    /// <summary>The first step whose place is beyond the last step there is.</summary>
    private long FirstPastTheLast() => (((1L + int.MaxValue) * Every) + (Size - 1)) / Size;

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
