using System.Diagnostics;

namespace LrMath.Structure;

/// <summary>The structure behind a shape: its values and ranges on a segment, and its text in C#.</summary>
[DebuggerDisplay("{Expression,nq}")]
internal abstract record ShapeFormula
{
    /// <summary>The C# that names the shape, or null for a user's own function.</summary>
    internal abstract string? Text { get; }

    /// <summary>What a debugger shows.</summary>
    internal string Expression => Text ?? GetType().Name;

    /// <summary>What a range costs: see <see cref="ScheduleNode.RangeCost"/>.</summary>
    internal virtual int RangeCost => 1;

    /// <summary>Up to this many values cost less step by step than the preparation of a range.</summary>
    private protected virtual int FewSteps => 8;

    /// <summary>True if the value at the start of a segment is exactly its start.</summary>
    internal virtual bool StartsAtStart => true;

    /// <summary>The shape as the delegate that users hold.</summary>
    internal abstract double Evaluate(double start, double end, double progress);

    /// <summary>As <see cref="Evaluate"/>, for ends that have been checked.</summary>
    internal virtual double Interpolate(double start, double end, double progress) => Evaluate(start, end, progress);

    /// <summary>The same with a progress of twice the digits, for shapes that would lose some of it.</summary>
    internal virtual double Interpolate(double start, double end, DoubleDouble progress) => Interpolate(start, end, progress.High);

    /// <summary>The value at a step: the start before the segment, the end after it.</summary>
    internal double At(in Segment segment, int step) => segment.IsHeld(step, out double held, StartsAtStart) ? held : Inside(segment, step);

    /// <summary>The values at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>.</summary>
    internal void Fill(in Segment segment, int first, Span<double> destination)
    {
        if (destination.Length <= FewSteps)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = At(segment, first + i);
            }

            return;
        }

        SegmentSteps steps = new(segment, StartsAtStart);
        int done = 0;
        while (done < destination.Length)
        {
            Span<double> run = destination[done..];
            if (!steps.FillHeld(first + done, ref run))
            {
                FillInside(segment, first + done, run);
            }

            done += run.Length;
        }
    }

    /// <summary>The value at a step inside the segment.</summary>
    private protected abstract double Inside(in Segment segment, int step);

    /// <summary>The values at steps inside the segment, at least one.</summary>
    private protected abstract void FillInside(in Segment segment, int first, Span<double> destination);

    /// <summary>Refuses an end, or the argument it was computed from, that the shape cannot connect with the other end.</summary>
    internal virtual void Check(double other, double end, Subject subject, double? given = null) => Guard.Span(other, end, subject, given);

    /// <summary>The node of one segment. This is the only place where a shape chooses its node.</summary>
    internal virtual ScheduleNode CreateNode(in Segment segment) => new RampNode(ShareFor(segment), segment);

    /// <summary>The node of a ramp that starts at step 0; over 0 steps it is the end, entered from the start.</summary>
    internal ScheduleNode CreateRamp(double start, double end, int steps) =>
        steps == 0
            ? EnteredNode.From(At(new Segment(start, end, 0, 1), 0), new ConstantNode(end))
            : CreateNode(new Segment(start, end, 0, steps));

    /// <summary>The same shape, with everything computed once that segments of one length between the same values share.</summary>
    internal virtual ShapeFormula ShareFor(in Segment segment) => this;

    /// <summary>The shape at a power of its progress.</summary>
    internal virtual ShapeFormula Warped(double exponent) => new WarpedShape(this, exponent);

    internal static ShapeFormula Of(Shape shape) => shape.Target as ShapeFormula ?? new UserShape(shape);

    /// <summary>True if a progress is between both ends.</summary>
    private protected static bool IsInside(DoubleDouble progress) =>
        progress.High is > 0 and < 1 || (progress.High == 1 && progress.Low < 0);

    /// <summary>True if a progress is at or beyond an end that the shape hits, and that end. NaN is refused.</summary>
    private protected bool IsAtEnd(double start, double end, double progress, out double value)
    {
        if (double.IsNaN(progress))
        {
            throw Guard.IllegalProgress(progress);
        }

        value = progress >= 1 ? end : start;
        return progress >= 1 || (progress <= 0 && StartsAtStart);
    }
}
