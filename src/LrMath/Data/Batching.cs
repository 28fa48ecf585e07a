using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// How a training loop turns data into optimizer updates: from epochs to steps and back, with the rounding of each framework by name.
/// Take a preset and say what is yours: <c>Batching.Transformers with { Samples = 50_000, BatchSize = 32 }</c>.
/// </summary>
/// <remarks>
/// The unit of a schedule is the optimizer update, and what counts the updates is the loop, not the schedule. The same data gives other
/// counts in other frameworks: 1,000 samples in batches of 64 are 16 batches, which are 3 or 4 updates with an accumulation of 5.
/// <code>batches per epoch  = ⌈samples per device / batch size⌉   (⌊…⌋ if the last is dropped)
/// updates per epoch  = ⌈batches / accumulation⌉ or ⌊…⌋, see <see cref="Incomplete"/></code>
/// </remarks>
/// <example><code>(Batching.Transformers with { Samples = 50_000, BatchSize = 128 }).Steps(epochs: 3) == 1173</code></example>
public sealed record Batching
{
    /// <summary>
    /// PyTorch's loader and a loop by hand, which steps when <c>(i + 1) % accumulation == 0</c>: the last batches of an
    /// epoch make no update if they do not complete an accumulation.
    /// </summary>
    public static Batching PyTorch { get; } = new() { Incomplete = IncompleteAccumulation.Drops };

    /// <summary>Lightning: an incomplete accumulation at the end of an epoch makes an update
    /// (<c>Trainer.estimated_stepping_batches</c>).</summary>
    public static Batching Lightning { get; } = new();

    /// <summary>
    /// accelerate with <c>accelerator.accumulate</c>: batches are shared among the devices, and an incomplete accumulation at the end of an
    /// epoch makes an update. Its wrapped scheduler also steps once per device for each update, unless <c>split_batches</c> is set:
    /// schedules for it need <c>Stride(devices)</c>.
    /// </summary>
    public static Batching Accelerate { get; } = new() { Sharding = Sharding.Batches };

    /// <summary>
    /// The trainer of Transformers in its present version. Up to 4.48 (transformers#36297) <see cref="Incomplete"/> was
    /// <see cref="IncompleteAccumulation.Drops"/>.
    /// </summary>
    public static Batching Transformers { get; } = new() { Sharding = Sharding.Batches, AtLeastOneUpdate = true };

    /// <summary>
    /// Keras: <see cref="BatchSize"/> is the batch of all devices together, and accumulation runs through the epochs. Its schedules are
    /// evaluated at the count of batches, not of updates.
    /// </summary>
    public static Batching Keras { get; } = new() { Incomplete = IncompleteAccumulation.CarriesOver };

    /// <summary>The number of samples in an epoch; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public long Samples
    {
        get;
        init => field = Positive(value, nameof(Samples));
    } = 1;

    /// <summary>The number of samples in a batch of one device; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Guard.Positive(value, nameof(BatchSize));
    } = 1;

    /// <summary>The number of devices (processes) that work side by side; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Devices
    {
        get;
        init => field = Guard.Positive(value, nameof(Devices));
    } = 1;

    /// <summary>How many batches of a device make one update (gradient accumulation); 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Accumulation
    {
        get;
        init => field = Guard.Positive(value, nameof(Accumulation));
    } = 1;

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool DropLast { get; init; }

    /// <summary>How the devices share the data.</summary>
    public Sharding Sharding { get; init; }

    /// <summary>What happens to batches that are too few for a full accumulation at the end of an epoch.</summary>
    public IncompleteAccumulation Incomplete { get; init; }

    /// <summary>Whether an epoch counts one update even if it is too short for one.</summary>
    public bool AtLeastOneUpdate { get; init; }

    /// <summary>The number of batches that each device sees in an epoch.</summary>
    public long BatchesPerEpoch
    {
        get
        {
            if (Sharding == Sharding.Samples)
            {
                return Quotient(Quotient(Samples, Devices, up: true), BatchSize, up: !DropLast);
            }

            return Quotient(Quotient(Samples, BatchSize, up: !DropLast), Devices, up: !DropLast);
        }
    }

    /// <summary>The number of samples that one full update sees: batch size × devices × accumulation.</summary>
    /// <exception cref="OverflowException">The number does not fit into 64 bits.</exception>
    public long SamplesPerUpdate
    {
        get
        {
            Int128 samples = (Int128)BatchSize * Devices * Accumulation;
            return samples <= long.MaxValue
                ? (long)samples
                : throw new OverflowException(
                    $"An update sees {BatchSize} × {Devices} × {Accumulation} samples; legal are at most 2^63 - 1."
                );
        }
    }

    /// <summary>
    /// The number of updates in the first epoch. Where accumulation runs through the epochs, later ones may have one more.
    /// </summary>
    /// <exception cref="OverflowException">The number does not fit into 32 bits.</exception>
    public int UpdatesPerEpoch
    {
        get
        {
            double updates = Updates(1);
            return updates <= int.MaxValue
                ? (int)updates
                : throw new OverflowException(
                    FormattableString.Invariant($"An epoch has {updates:F0} updates; legal are at most 2147483647.")
                );
        }
    }

    /// <summary>The number of updates in a number of epochs: the length to give to a schedule.</summary>
    /// <param name="epochs">The number of epochs, 0 or more; part of an epoch is rounded up to whole updates, as Transformers does.</param>
    /// <returns>
    /// ⌈epochs · updates per epoch⌉; where accumulation runs through, ⌊⌈epochs · batches per epoch⌉ / accumulation⌋.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="epochs"/> is negative or not finite, or the updates do not fit into 32 bits.
    /// </exception>
    /// <example><code>(Batching.Lightning with { Samples = 1000, BatchSize = 64, Accumulation = 5 }).Steps(10) == 40</code></example>
    public int Steps(double epochs)
    {
        double updates = Updates(Guard.NonNegative(epochs));
        return updates <= int.MaxValue
            ? (int)updates
            : throw Guard.Illegal(nameof(epochs), epochs, "a number of epochs with at most 2147483647 updates");
    }

    /// <summary>The epoch that an update belongs to, as a number with its fraction: update 0 is at 0.</summary>
    /// <param name="step">The zero-based index of the update, 0 or more.</param>
    /// <returns>step / updates per epoch; where accumulation runs through, step · accumulation / batches per epoch.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative, or an epoch has no update.</exception>
    /// <example><code>(Batching.PyTorch with { Samples = 1000, BatchSize = 100 }).Epochs(step: 25) == 2.5</code></example>
    public double Epochs(int step)
    {
        Guard.NonNegative(step);
        double perEpoch = Incomplete == IncompleteAccumulation.CarriesOver ? (double)BatchesPerEpoch / Accumulation : Updates(1);
        return perEpoch > 0
            ? step / perEpoch
            : throw Guard.Illegal(
                nameof(step),
                step,
                "no step at all: an epoch has no update with this batch size, accumulation and DropLast"
            );
    }

    private double Updates(double epochs) =>
        Incomplete switch
        {
            IncompleteAccumulation.CarriesOver => Math.Floor(Math.Ceiling(epochs * BatchesPerEpoch) / Accumulation),
            IncompleteAccumulation.Drops => Math.Ceiling(epochs * AtLeast(BatchesPerEpoch / Accumulation)),
            _ => Math.Ceiling(epochs * AtLeast(Quotient(BatchesPerEpoch, Accumulation, up: true))),
        };

    private long AtLeast(long updates) => AtLeastOneUpdate ? Math.Max(updates, 1) : updates;

    private static long Quotient(long number, long divisor, bool up) => number / divisor + (up && number % divisor != 0 ? 1 : 0);

    private static long Positive(long value, string name) =>
        value > 0 ? value : throw Guard.Illegal(name, value, "a whole number, one or more");
}
