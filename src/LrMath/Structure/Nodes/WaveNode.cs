using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A cosine from turn to turn for ever. Each step belongs to its nearest turn.</summary>
internal sealed record WaveNode(double Start, double End, double HalfPeriod) : ScheduleNode
{
    /// <summary>So long that the number of the last turn is still a whole double.</summary>
    internal const double ShortestWay = 1e-6;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Around(Turn(step)).At(new Lane1(step)).Value;
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        for (int done = 0; done < destination.Length;)
        {
            double turn = Turn((double)first + done);
            int until = Math.Max(done + 1, Segment.Before(FirstAfter(turn), first, destination.Length));
            AroundTurn around = Around(turn);
            if (until == done + 1)
            {
                destination[done] = To<T>(around.At(new Lane1((double)first + done)).Value);
            }
            else
            {
                Ranges.Fill(around, first + done, destination[done..until]);
            }

            done = until;
        }
    }

    private double Turn(double step) => Math.Ceiling((step / HalfPeriod) - 0.5);

    /// <summary>The first step that is nearer to the next turn.</summary>
    private long FirstAfter(double turn)
    {
        long step = Segment.StepAt((turn + 0.5) * HalfPeriod);
        while (step > 0 && Turn(step - 1) > turn)
        {
            step--;
        }

        while (step <= int.MaxValue && Turn(step) <= turn)
        {
            step++;
        }

        return step;
    }

    private AroundTurn Around(double turn)
    {
        // The position of a turn as a whole step and what is left of it, which the fused product gives exactly.
        double whole = Math.Round(turn * HalfPeriod);
        double rest = Math.FusedMultiplyAdd(turn, HalfPeriod, -whole);
        bool even = Math.Floor(turn * 0.5) * 2 == turn;
        return new(even ? Start : End, even ? End : Start, whole, rest, 1 / HalfPeriod);
    }

    private readonly struct AroundTurn(double here, double there, double whole, double rest, double inverse) : IFormula
    {
        private readonly double way = there - here;

        /// <summary>The squared sine is the same on both sides of the turn.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane step)
            where TLane : struct, ILane<TLane> =>
            TLane.Fma(
                Polynomials.SineSquaredOfHalfPi(((step - TLane.Of(whole)) - TLane.Of(rest)) * TLane.Of(inverse)),
                TLane.Of(way),
                TLane.Of(here));
    }
}
