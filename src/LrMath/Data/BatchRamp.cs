using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// A batch size that grows with the samples seen: from steps to samples (or tokens) and back, exactly, for batch ramps and for constant
/// batches.
/// </summary>
/// <remarks>
/// A stage begins with the first update before which its number of samples have been seen. All numbers are 64-bit integers: 2·10¹² tokens
/// do not overflow. The unit is the caller's: samples with batches in samples, or tokens with batches in tokens. Megatron's
/// <c>rampup_batch_size</c>, OLMo's batch-size warm-up.
/// <code>samples(t + 1) = samples(t) + batch(samples(t)),   samples(0) = 0</code>
/// </remarks>
public sealed class BatchRamp
{
    private readonly (long Samples, long BatchSize)[] stages;
    private readonly long[] firstSteps;
    private readonly long[] firstSamples;

    /// <summary>A batch size that changes by stages.</summary>
    /// <param name="stages">
    /// From how many samples on which batch size is used: the first from 0, the others strictly later; each size 1 or more.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no stage, the first is not from 0, they are not in order, a size is below 1, or the updates before a stage see more samples
    /// than 64 bits count.
    /// </exception>
    public BatchRamp(params IReadOnlyList<(long Samples, long BatchSize)> stages)
    {
        (long Samples, long BatchSize)[] copy = Guard.List(stages);
        this.stages = copy;
        firstSteps = new long[copy.Length];
        firstSamples = new long[copy.Length];
        for (int i = 0; i < copy.Length; i++)
        {
            (long samples, long size) = copy[i];
            if (size < 1)
            {
                throw Illegal(i, $"has the batch size {size}; legal is a whole number, one or more.");
            }

            if (i == 0 ? samples != 0 : samples <= copy[i - 1].Samples)
            {
                throw i == 0
                    ? Illegal(i, $"begins at {samples} samples; legal is 0 for the first.")
                    : Illegal(i, $"begins at {samples} samples; legal is more than the {copy[i - 1].Samples} before it.");
            }

            if (i > 0)
            {
                long before = copy[i - 1].BatchSize;
                long updates = Updates(samples - firstSamples[i - 1], before);
                Int128 seen = firstSamples[i - 1] + ((Int128)updates * before);
                firstSteps[i] = firstSteps[i - 1] + updates;
                firstSamples[i] =
                    seen <= long.MaxValue
                        ? (long)seen
                        : throw Illegal(
                            i,
                            $"begins at {samples} samples; legal is a number that the batches of {before} before it reach within 2^63 - 1."
                        );
            }
        }

        // Whatever the culture: some have a minus sign of their own.
        static ArgumentException Illegal(int stage, FormattableString what) =>
            new(FormattableString.Invariant($"{nameof(stages)}[{stage}] {FormattableString.Invariant(what)}"), nameof(stages));
    }

    /// <summary>The same batch size for the whole run.</summary>
    /// <param name="batchSize">The samples of one update, 1 or more.</param>
    /// <returns>A ramp of one stage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static BatchRamp Constant(long batchSize) => new((0, Guard.Positive(batchSize)));

    /// <summary>Megatron's <c>--rampup-batch-size start increment samples</c>: equal increments after equal numbers of samples.</summary>
    /// <param name="start">The first batch size, 1 or more.</param>
    /// <param name="increment">What each stage adds, 1 or more; it divides <paramref name="final"/> - <paramref name="start"/>.</param>
    /// <param name="samples">The samples after which the batch has its final size, 0 or more.</param>
    /// <param name="final">The final batch size, <paramref name="start"/> or more.</param>
    /// <returns>The ramp.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BatchRamp Megatron(long start, long increment, long samples, long final)
    {
        Guard.Positive(start);
        Guard.Positive(increment);
        if (samples < 0)
        {
            throw Guard.Illegal(nameof(samples), samples, "a whole number, zero or more");
        }

        if (final < start || (final - start) % increment != 0)
        {
            throw Guard.Illegal(nameof(final), final, $"start {start} and a multiple of increment {increment}");
        }

        long increments = (final - start) / increment;
        if (increments > 1_000_000)
        {
            throw Guard.Illegal(nameof(increment), increment, "an increment with at most 1000000 stages");
        }

        if (increments == 0 || samples == 0)
        {
            return Constant(final);
        }

        // Several stages may begin at the same sample where there are more increments than samples: the last one of them counts.
        var stages = new List<(long Samples, long BatchSize)>();
        for (long i = 0; i <= increments; i++)
        {
            long from = (long)(((Int128)i * samples + increments - 1) / increments);
            if (stages.Count > 0 && stages[^1].Samples == from)
            {
                stages.RemoveAt(stages.Count - 1);
            }

            stages.Add((from, start + (i * increment)));
        }

        return new BatchRamp(stages);
    }

    /// <summary>The batch size that an update uses.</summary>
    /// <param name="step">The zero-based index of the update, 0 or more.</param>
    /// <returns>The number of samples of this update.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    public long BatchSize(int step) => StageAt(Guard.NonNegative(step)).Size;

    /// <summary>The samples seen before an update.</summary>
    /// <param name="step">The zero-based index of the update, 0 or more.</param>
    /// <returns>The sum of the batch sizes of the updates 0 … step - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="OverflowException">The number does not fit into 64 bits.</exception>
    /// <example><code>BatchRamp.Constant(256).Samples(step: 1000) == 256_000</code></example>
    public long Samples(int step)
    {
        Int128 seen = StageAt(Guard.NonNegative(step)).SamplesBefore(step);
        return seen <= long.MaxValue ? (long)seen : throw new OverflowException($"Update {step} comes after {seen} samples.");
    }

    /// <summary>The number of updates that it takes to see a number of samples: the length to give to a schedule.</summary>
    /// <param name="samples">The number of samples, 0 or more.</param>
    /// <returns>The smallest number of updates after which at least <paramref name="samples"/> samples have been seen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="samples"/> is negative, or the updates do not fit into 32 bits.
    /// </exception>
    /// <example><code>BatchRamp.Constant(4_194_304).Steps(2_000_000_000_000) == 476_838</code></example>
    public int Steps(long samples)
    {
        if (samples < 0)
        {
            throw Guard.Illegal(nameof(samples), samples, "a whole number, zero or more");
        }

        return StepsFor(samples) ?? throw Guard.Illegal(nameof(samples), samples, "a number of samples with at most 2147483647 updates");
    }

    /// <summary>A schedule that follows the samples seen instead of the updates.</summary>
    /// <param name="schedule">The rate over units of <paramref name="samplesPerStep"/> samples.</param>
    /// <param name="samplesPerStep">How many samples one step of <paramref name="schedule"/> stands for, 1 or more.</param>
    /// <returns><c>schedule.BySamples(samplesPerStep, …)</c> with the stages of this ramp; it holds what the schedule holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schedule"/> is a multicast delegate.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samplesPerStep"/> is below 1.</exception>
    /// <remarks>
    /// With a constant batch of k · samplesPerStep it is <c>schedule.Stride(k)</c>. Megatron and OLMo schedule by samples and tokens so.
    /// </remarks>
    public Func<int, double> Follow(Func<int, double> schedule, long samplesPerStep) => schedule.BySamples(samplesPerStep, stages);

    /// <summary>The number of updates that it takes to see a number of samples; null if it does not fit into 32 bits.</summary>
    internal int? StepsFor(Int128 samples)
    {
        // A stage may overshoot the beginning of the next: the samples seen at its first update decide.
        int stage = Stage(firstSamples, (long)Int128.Min(samples, long.MaxValue));
        Int128 rest = samples - firstSamples[stage];
        Int128 steps = firstSteps[stage] + (rest <= 0 ? 0 : ((rest - 1) / stages[stage].BatchSize) + 1);
        return steps <= int.MaxValue ? (int)steps : null;
    }

    /// <summary>The stages as they were given.</summary>
    internal IReadOnlyList<(long Samples, long BatchSize)> Stages => stages;

    /// <summary>The stage that an update belongs to.</summary>
    internal BatchStage StageAt(int step)
    {
        int stage = Stage(firstSteps, step);
        long end = stage + 1 < firstSteps.Length ? firstSteps[stage + 1] : long.MaxValue;
        return new BatchStage(firstSteps[stage], firstSamples[stage], stages[stage].BatchSize, end);
    }

    // A large batch may pass the beginning of a stage, which then has no update of its own.
    private static long Updates(long samples, long size) => samples <= 0 ? 0 : (samples / size) + (samples % size != 0 ? 1 : 0);

    private static int Stage(long[] firsts, long position)
    {
        int found = Array.BinarySearch(firsts, position);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Stages that no update uses begin where the next one does: the last of them counts.
        while (found + 1 < firsts.Length && firsts[found + 1] == position)
        {
            found++;
        }

        return found;
    }
}
