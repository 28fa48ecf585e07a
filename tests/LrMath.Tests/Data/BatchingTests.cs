using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>Epochs to updates, checked against loops over the data for all small sizes.</summary>
public class BatchingTests
{
    public static TheoryData<string> Presets => ["PyTorch", "Lightning", "Accelerate", "Transformers", "Keras"];

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_updates_are_those_that_a_loop_over_the_data_makes(string preset)
    {
        int compared = 0;
        foreach (Batching batching in Small(Preset(preset)))
        {
            for (int epochs = 0; epochs <= 3; epochs++)
            {
                Assert.True(
                    Loop(batching, epochs) == batching.Steps(epochs),
                    $"{batching}: the loop makes {Loop(batching, epochs)} updates in {epochs} epochs, Steps says {batching.Steps(epochs)}"
                );
                compared++;
            }
        }

        Assert.True(compared > 3_000);
    }

    [Theory]
    [InlineData("PyTorch", 30)]
    [InlineData("Lightning", 40)]
    [InlineData("Accelerate", 40)]
    [InlineData("Transformers", 40)]
    [InlineData("Keras", 32)]
    public void A_thousand_samples_in_batches_of_64_accumulated_over_5_give_each_framework_its_own_count(string preset, int updates) =>
        Assert.Equal(updates, (Preset(preset) with { Samples = 1000, BatchSize = 64, Accumulation = 5 }).Steps(10));

    [Fact]
    public void Part_of_an_epoch_is_rounded_up_as_the_trainer_of_Transformers_does()
    {
        Batching batching = Batching.Transformers with { Samples = 100, BatchSize = 10 };

        Assert.Equal(25, batching.Steps(2.5));
        Assert.Equal(26, batching.Steps(2.51));
        Assert.Equal(2.5, batching.Epochs(25));
    }

    [Fact]
    public void An_epoch_that_is_too_short_for_an_update_counts_one_in_Transformers_and_none_elsewhere()
    {
        Assert.Equal(3, (Batching.Transformers with { Samples = 5, BatchSize = 8, DropLast = true }).Steps(3));
        Assert.Equal(0, (Batching.PyTorch with { Samples = 5, BatchSize = 8, DropLast = true }).Steps(3));
        Assert.Contains(
            "an epoch has no update",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    (Batching.PyTorch with { Samples = 5, BatchSize = 8, DropLast = true }).Epochs(3)
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void More_updates_than_32_bits_hold_are_refused() =>
        Assert.Contains(
            "at most 2147483647 updates",
            Assert.Throws<ArgumentOutOfRangeException>(() => (Batching.PyTorch with { Samples = 1L << 40 }).Steps(1)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_property_that_does_not_fit_says_so_and_an_epoch_of_more_updates_than_32_bits_hold_has_its_fractions()
    {
        Batching large = Batching.PyTorch with { Samples = 1L << 40 };
        Assert.Equal(
            "An epoch has 1099511627776 updates; legal are at most 2147483647.",
            Assert.Throws<OverflowException>(() => large.UpdatesPerEpoch).Message
        );
        Assert.Equal(Math.ScaleB(1, -10), large.Epochs(1 << 30));
        Assert.Equal(
            "An update sees 2147483647 × 2147483647 × 3 samples; legal are at most 2^63 - 1.",
            Assert
                .Throws<OverflowException>(() =>
                    (Batching.PyTorch with { BatchSize = int.MaxValue, Devices = int.MaxValue, Accumulation = 3 }).SamplesPerUpdate
                )
                .Message
        );
        Assert.Equal(
            (long)int.MaxValue * int.MaxValue * 2,
            (Batching.PyTorch with { BatchSize = int.MaxValue, Devices = int.MaxValue, Accumulation = 2 }).SamplesPerUpdate
        );
    }

    [Fact]
    public void Illegal_numbers_are_refused_by_name()
    {
        Assert.Equal("Samples", Assert.Throws<ArgumentOutOfRangeException>(() => Batching.PyTorch with { Samples = 0 }).ParamName);
        Assert.Equal("BatchSize", Assert.Throws<ArgumentOutOfRangeException>(() => Batching.PyTorch with { BatchSize = 0 }).ParamName);
        Assert.Equal("Devices", Assert.Throws<ArgumentOutOfRangeException>(() => Batching.PyTorch with { Devices = -1 }).ParamName);
        Assert.Equal(
            "Accumulation",
            Assert.Throws<ArgumentOutOfRangeException>(() => Batching.PyTorch with { Accumulation = 0 }).ParamName
        );
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => Batching.PyTorch.Steps(double.NaN)).ParamName);
    }

    private static Batching Preset(string name) => (Batching)typeof(Batching).GetProperty(name)!.GetValue(null)!;

    private static IEnumerable<Batching> Small(Batching preset) =>
        from samples in Enumerable.Range(1, 14)
        from size in Enumerable.Range(1, 4)
        from devices in Enumerable.Range(1, 3)
        from accumulation in Enumerable.Range(1, 4)
        from drop in new[] { false, true }
        select preset with
        {
            Samples = samples,
            BatchSize = size,
            Devices = devices,
            Accumulation = accumulation,
            DropLast = drop,
        };

    // The loop of device 0, sample by sample and batch by batch.
    private static int Loop(Batching batching, int epochs)
    {
        int updates = 0;
        int accumulated = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            int before = updates;
            int batches = batching.Sharding == Sharding.Samples ? BatchesOfOwnSamples(batching) : OwnBatches(batching);
            for (int batch = 0; batch < batches; batch++)
            {
                accumulated++;
                bool last = batch == batches - 1;
                if (accumulated == batching.Accumulation || (last && batching.Incomplete == IncompleteAccumulation.Updates))
                {
                    updates++;
                    accumulated = 0;
                }
            }

            if (batching.Incomplete != IncompleteAccumulation.CarriesOver)
            {
                accumulated = 0;
            }

            if (batching.AtLeastOneUpdate && updates == before)
            {
                updates++;
            }
        }

        return updates;
    }

    // Samples are dealt out one by one; what is missing for equal shares is repeated from the start.
    private static int BatchesOfOwnSamples(Batching batching)
    {
        int own = 0;
        for (int sample = 0; sample < batching.Samples || sample % batching.Devices != 0; sample++)
        {
            own += sample % batching.Devices == 0 ? 1 : 0;
        }

        return Batches(own, batching);
    }

    // Batches are dealt out one by one; what is missing for equal shares is repeated, or dropped.
    private static int OwnBatches(Batching batching)
    {
        int all = Batches((int)batching.Samples, batching);
        int own = 0;
        for (int batch = 0; batch < all; batch += batching.Devices)
        {
            own += batching.DropLast && batch + batching.Devices > all ? 0 : 1;
        }

        return own;
    }

    private static int Batches(int samples, Batching batching)
    {
        int batches = 0;
        int filled = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            filled++;
            if (filled == batching.BatchSize)
            {
                batches++;
                filled = 0;
            }
        }

        return filled > 0 && !batching.DropLast ? batches + 1 : batches;
    }
}
