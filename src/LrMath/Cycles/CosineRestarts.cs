using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Half a cosine from <paramref name="peak"/> to <paramref name="floor"/>, restarted over and over; the periods may grow or
    /// shrink, and so may the peaks.</summary>
    /// <param name="peak">The value at step 0, and at each restart before <paramref name="peakDecay"/>; finite.</param>
    /// <param name="floor">The value that each cycle heads for, and that it would reach in the step of the next restart; finite.</param>
    /// <param name="period">The length of the first cycle in steps, 1 or more, not necessarily whole.</param>
    /// <param name="periodFactor">
    /// Each cycle is this many times as long as the one before; dimensionless, above 0, not necessarily whole. Below 1 the cycles are over
    /// after <c>period / (1 - periodFactor)</c> steps.
    /// </param>
    /// <param name="peakDecay">Each peak's height over the floor is this many times the one before; dimensionless, above 0.</param>
    /// <param name="cycles">How many cycles there are, 1 or more; then the floor is held. Null: they do not end.</param>
    /// <param name="warmupSteps">
    /// How many steps each cycle, the first one too, rises from <paramref name="floor"/> before it falls, 0 or more; they come on top of
    /// the periods.
    /// </param>
    /// <param name="warmupShape">The way up; none means <see cref="Shapes.Linear"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of its range, the warm-up's shape has no way, or the
    /// periods change so slowly that more than a million cycles end before step 2,147,483,647.</exception>
    /// <exception cref="ArgumentException"><paramref name="warmupShape"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = floor + (top - floor)·(1 + cos(π·(step - start_i) / (start_i+1 - start_i))) / 2 in cycle i
    /// start_i = period·(1 + periodFactor + … + periodFactor^(i-1)), top = floor + (peak - floor)·peakDecay^i
    /// </code>
    /// PyTorch CosineAnnealingWarmRestarts (T_0, T_mult, eta_min), Keras CosineDecayRestarts (t_mul, m_mul; its alpha is the floor),
    /// timm's cycles. Loshchilov and Hutter, SGDR, arXiv:1608.03983. Exact at every restart, see <see cref="Restarts"/>.
    /// With a warm-up it is the CosineAnnealingWarmupRestarts of cosine_annealing_warmup with min_lr 0: period and warmupSteps are
    /// together its first_cycle_steps, periodFactor is cycle_mult, peakDecay is gamma. It cuts later periods to whole steps, and its gamma
    /// is one of the peak itself, not of the height over the floor.
    /// </remarks>
    /// <example><code>Schedule.CosineRestarts(1, 0, period: 10, periodFactor: 2)(30) == 1</code></example>
    public static Func<int, double> CosineRestarts(
        double peak,
        double floor,
        double period,
        double periodFactor = 1,
        double peakDecay = 1,
        int? cycles = null,
        int warmupSteps = 0,
        Shape? warmupShape = null
    ) =>
        CreateRestarts(peak, floor, period, Shapes.Cosine, periodFactor, peakDecay, cycles, warmupSteps, warmupShape)
            .As([
                peak,
                floor,
                period,
                Optional(periodFactor, 1.0),
                Optional(peakDecay, 1.0),
                Optional(cycles, null),
                Optional(warmupSteps, 0),
                Optional(warmupShape, null),
            ]);
}
