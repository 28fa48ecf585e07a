using LrMath.Data;
using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The schedule over samples (or tokens) instead of updates, while the batch grows:
        /// <c>f.BySamples(n, stages)(t) = f(⌊samples / n⌋)</c>, with the samples that the updates 0 … t - 1 have seen.
        /// </summary>
        /// <param name="samplesPerStep">How many samples one step of the schedule stands for, 1 or more.</param>
        /// <param name="stages">
        /// From how many samples on which batch size is used: the first from 0, the others strictly later; each size 1 or more.
        /// </param>
        /// <returns>
        /// A pure function of the update, which holds what the schedule holds; where <c>⌊samples / n⌋</c> is beyond
        /// <see cref="int.MaxValue"/>, the last step is evaluated instead. It throws for a negative step.
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="stages"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="samplesPerStep"/> is below 1.</exception>
        /// <exception cref="ArgumentException">
        /// The schedule is a multicast delegate, or the stages are not legal for a <see cref="BatchRamp"/>: there is none, the first is not
        /// from 0, they are not in order, a size is below 1, or one begins at more samples than 64 bits count.
        /// </exception>
        /// <remarks>
        /// All counts are whole numbers of 64 bits and exact. A stage begins with the first update before which its samples have been seen.
        /// With one batch size m for the whole run it is <c>f.Stride(m, every: n)</c>. Megatron's --rampup-batch-size with schedules over
        /// samples, OLMo's batch-size warm-up; <see cref="BatchRamp.Megatron"/> makes the stages, <see cref="BatchRamp.Steps"/> tells how
        /// many updates the run has.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).BySamples(100, (0, 50), (200, 100))(6) == 0.6</code></example>
        public Func<int, double> BySamples(long samplesPerStep, params IReadOnlyList<(long Samples, long BatchSize)> stages)
        {
            ScheduleNode node = Guard.Node(schedule);
            Guard.Positive(samplesPerStep);
            var batches = new BatchRamp(stages);
            return SamplesNode.Of(node, batches, samplesPerStep).As(schedule, [samplesPerStep, batches.Stages]);
        }
    }
}
