using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>What stands behind a shape: its values and ranges on a segment, and how it is written in C#.</summary>
internal abstract record ShapeFormula
{
    /// <summary>The C# that names the shape, or null for a function that is not ours.</summary>
    internal abstract string? Text { get; }

    /// <summary>Whether a range is nothing but its steps.</summary>
    internal virtual bool AsksSteps => false;

    /// <summary>The shape as the delegate that users hold.</summary>
    internal abstract double Between(double start, double end, double progress);

    /// <summary>As <see cref="Between"/>, for ends that have been checked.</summary>
    internal virtual double Along(double start, double end, double progress) => Between(start, end, progress);

    /// <summary>The value at a step: the start before the segment, the end after it.</summary>
    internal abstract double At(in Segment segment, int step);

    /// <summary>The values at steps from <paramref name="first"/> on, with the bits of <see cref="At"/>.</summary>
    internal abstract void Fill(in Segment segment, int first, Span<double> destination);

    /// <summary>The same values in single precision.</summary>
    internal abstract void Fill(in Segment segment, int first, Span<float> destination);

    /// <summary>The values in the precision of the span, double or single.</summary>
    internal void Fill<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        if (typeof(T) == typeof(double))
        {
            Fill(segment, first, MemoryMarshal.Cast<T, double>(destination));
        }
        else
        {
            Fill(segment, first, MemoryMarshal.Cast<T, float>(destination));
        }
    }

    /// <summary>Refuses an end, or what it was computed from, to which the shape has no way from the other one.</summary>
    internal virtual void Check(double other, double end, string name, double? given = null) => Guard.Span(other, end, name, given);

    /// <summary>The node of one segment.</summary>
    internal virtual ScheduleNode On(in Segment segment) => new RampNode(this, segment);

    /// <summary>The same shape, with what segments of one length have in common computed once, or of one length and the same ends.</summary>
    internal virtual ShapeFormula For(in Segment like, bool sameEnds) => this;

    /// <summary>The formula at a power of its progress.</summary>
    internal virtual ShapeFormula Warped(double exponent) => new WarpedShape(this, exponent);

    /// <summary>Whether a progress is at an end that the shape hits, or beyond one, and that end; what is no number is refused.</summary>
    private protected static bool IsAtEnd(double start, double end, double progress, out double value, bool startsAtStart = true)
    {
        if (double.IsNaN(progress))
        {
            throw Guard.IllegalProgress(progress);
        }

        value = progress >= 1 ? end : start;
        return progress >= 1 || (progress <= 0 && startsAtStart);
    }

    internal static ShapeFormula Of(Shape shape) => shape.Target as ShapeFormula ?? new OpaqueShape(shape);
}

/// <summary>A shape that weighs its two ends.</summary>
internal record WeightShape<TWeight>(string Name, TWeight Weight) : ShapeFormula
    where TWeight : struct, IWeight
{
    private readonly double middle = Weight.Middle;

    internal override string Text => Name;

    internal override double Between(double start, double end, double progress)
    {
        if (IsAtEnd(start, end, progress, out double value, TWeight.StartsAtStart))
        {
            return value;
        }

        double done = Math.Max(progress, 0);
        Segment unit = new(start, end, 0, 1);
        return done <= middle
            ? new FirstHalf<TWeight>(unit, Weight).At(new Lane1(done)).Value
            : new SecondHalf<TWeight>(unit, Weight).At(new Lane1(done)).Value;
    }

    internal override double At(in Segment segment, int step)
    {
        if (segment.Holds(step, out double held, TWeight.StartsAtStart))
        {
            return held;
        }

        return segment.IsOnFirst(middle, step)
            ? new FirstHalf<TWeight>(segment, Weight).At(new Lane1(step)).Value
            : new SecondHalf<TWeight>(segment, Weight).At(new Lane1(step)).Value;
    }

    internal override void Fill(in Segment segment, int first, Span<double> destination) =>
        Fill(segment, Weight, segment.FirstPast(middle), first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) =>
        Fill(segment, Weight, segment.FirstPast(middle), first, destination);

    /// <summary>The values on a segment whose second half begins at a step.</summary>
    internal static void Fill<T>(in Segment segment, TWeight weight, long past, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination, TWeight.StartsAtStart);
        int half = Segment.Before(past, first, between.Length);
        if (half > 0)
        {
            Ranges.Fill(new FirstHalf<TWeight>(segment, weight), first, between[..half]);
        }

        if (half < between.Length)
        {
            Ranges.Fill(new SecondHalf<TWeight>(segment, weight), first + half, between[half..]);
        }
    }

    internal override ScheduleNode On(in Segment segment) => Weight.Node(segment, isReversed: false) ?? base.On(segment);

    internal override ShapeFormula Warped(double exponent) => Shapes.Warped(Text, Weight, exponent);
}
