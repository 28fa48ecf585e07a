using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Up to <paramref name="peak"/>, held there, then down to <paramref name="end"/>, which is held: a trapezoid.</summary>
    /// <param name="peak">The value between warm-up and decay; finite.</param>
    /// <param name="warmupSteps">The length of the way up in steps, 0 or more.</param>
    /// <param name="stableSteps">The length of the stretch at the peak in steps, 0 or more.</param>
    /// <param name="decaySteps">The length of the way down in steps, 0 or more.</param>
    /// <param name="start">The value at step 0, if there is a warm-up; finite.</param>
    /// <param name="end">The value from the end of the decay on; finite.</param>
    /// <param name="warmupShape">The way up; none means <see cref="Shapes.Linear"/>.</param>
    /// <param name="decayShape">The way down; none means <see cref="Shapes.Linear"/>, often better is <see cref="Shapes.SquareRoot"/>
    /// ("1-sqrt").</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, a length is negative, the lengths' sum is over 2,147,483,647,
    /// or a shape has no way between its ends.</exception>
    /// <exception cref="ArgumentException">A shape is a multicast delegate.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = step &lt; w ? warmupShape(start, peak, step / w) : step &lt; w + s ? peak : decayShape(peak, end, (step - w - s) / d)
    /// w = warmupSteps, s = stableSteps, d = decaySteps; from w + s + d on the end
    /// </code>
    /// Transformers warmup_stable_decay, Megatron WSD, OLMo wsd. The decay of a run that goes on longer than planned is moved, not
    /// recomputed: <c>Schedule.Constant(peak).Warmup(warmupSteps).BranchAt(step, end, decaySteps)</c>. Hu et al., MiniCPM,
    /// arXiv:2404.06395; Hägele et al., arXiv:2405.18392.
    /// </remarks>
    /// <example><code>Schedule.WarmupStableDecay(1, 10, 80, 10)(95) == 0.5</code></example>
    public static Func<int, double> WarmupStableDecay(
        double peak,
        int warmupSteps,
        int stableSteps,
        int decaySteps,
        double start = 0,
        double end = 0,
        Shape? warmupShape = null,
        Shape? decayShape = null
    )
    {
        peak = Guard.Finite(peak);
        start = Guard.Finite(start);
        end = Guard.Finite(end);
        var up = ShapeFormula.Of(Guard.Shape(warmupShape ?? Shapes.Linear, nameof(warmupShape)));
        var down = ShapeFormula.Of(Guard.Shape(decayShape ?? Shapes.Linear, nameof(decayShape)));
        up.Check(peak, start, nameof(start));
        down.Check(peak, end, nameof(end));
        Guard.NonNegative(warmupSteps);
        Guard.NonNegative(stableSteps);
        Guard.NonNegative(decaySteps);
        int decayAt = Guard.Sum(warmupSteps, stableSteps, nameof(stableSteps));
        Guard.Sum(decayAt, decaySteps, nameof(decaySteps));
        ScheduleNode[] parts = [up.CreateRamp(start, peak, warmupSteps), new ConstantNode(peak), down.CreateRamp(peak, end, decaySteps)];
        return SequenceNode
            .Of(parts, [warmupSteps, decayAt], fromOwnStart: true)
            .As([
                peak,
                warmupSteps,
                stableSteps,
                decaySteps,
                Optional(start, 0.0),
                Optional(end, 0.0),
                Optional(warmupShape, null),
                Optional(decayShape, null),
            ]);
    }
}
