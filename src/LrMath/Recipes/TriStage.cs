using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A straight rise to <paramref name="peak"/>, held there, then an exponential fall, whose end is held.</summary>
    /// <param name="peak">The value between rise and fall; finite, not 0.</param>
    /// <param name="warmupSteps">The length of the rise in steps, 0 or more.</param>
    /// <param name="holdSteps">The length of the stretch at the peak in steps, 0 or more.</param>
    /// <param name="decaySteps">The length of the fall in steps, 0 or more.</param>
    /// <param name="startScale">The start as a share of the peak; dimensionless, 0 or more.</param>
    /// <param name="endScale">The end as a share of the peak; dimensionless, above 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or out of its range, or the lengths' sum is over
    /// 2,147,483,647.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = step &lt; w ? peak·(startScale + (1 - startScale)·step / w)
    ///             : step &lt; w + h ? peak : peak·endScale^((step - w - h) / d)
    /// w = warmupSteps, h = holdSteps, d = decaySteps; from w + h + d on peak·endScale
    /// </code>
    /// fairseq tri_stage (init_lr_scale, final_lr_scale). Park et al., SpecAugment, arXiv:1904.08779.
    /// </remarks>
    /// <example><code>Schedule.TriStage(1, 10, 10, 20)(30) // 0.1</code></example>
    public static Func<int, double> TriStage(
        double peak,
        int warmupSteps,
        int holdSteps,
        int decaySteps,
        double startScale = 0.01,
        double endScale = 0.01
    )
    {
        Guard.Finite(peak);
        if (peak == 0)
        {
            throw Guard.Illegal(nameof(peak), peak, "a finite number that is not zero: the fall from it is geometric");
        }

        Guard.NonNegative(startScale);
        double start = Guard.Result(peak * startScale, startScale, "the start", nameof(startScale));
        double end = Guard.Result(peak * endScale, endScale, "the end", nameof(endScale));
        ShapeFormula.Of(Shapes.Exponential).Check(peak, end, nameof(endScale), endScale);
        Guard.Sum(Guard.NonNegative(warmupSteps), Guard.NonNegative(holdSteps), nameof(holdSteps));
        return WarmupStableDecay(peak, warmupSteps, holdSteps, decaySteps, start, end, decayShape: Shapes.Exponential)
            .As([peak, warmupSteps, holdSteps, decaySteps, Optional(startScale, 0.01), Optional(endScale, 0.01)]);
    }
}
