using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>Batches that grow with the samples, checked against a loop that counts them.</summary>
public class BatchRampTests
{
    public static TheoryData<string, BatchRamp, Func<long, long>> Ramps =>
        new()
        {
            { "constant 256", BatchRamp.Constant(256), _ => 256 },
            { "32 + 32 over 1,000 samples to 256", BatchRamp.Megatron(32, 32, 1000, 256), seen => Megatron(32, 32, 1000, 256, seen) },
            { "16 + 8 over 3 samples to 48", BatchRamp.Megatron(16, 8, 3, 48), seen => Megatron(16, 8, 3, 48, seen) },
            {
                "stages",
                new BatchRamp((0, 7), (20, 11), (21, 13), (400, 5)),
                seen =>
                    seen < 20 ? 7
                    : seen < 21 ? 11
                    : seen < 400 ? 13
                    : 5
            },
        };

    [Theory]
    [MemberData(nameof(Ramps))]
    public void Batch_sizes_samples_and_steps_are_those_of_a_loop_that_counts(string name, BatchRamp ramp, Func<long, long> size)
    {
        long seen = 0;
        for (int step = 0; step < 400; step++)
        {
            Assert.True(ramp.Samples(step) == seen, $"{name}: {ramp.Samples(step)} samples before step {step}, the loop has {seen}");
            Assert.True(
                ramp.BatchSize(step) == size(seen),
                $"{name}: batch {ramp.BatchSize(step)} at step {step}, the loop has {size(seen)}"
            );
            Assert.Equal(step, ramp.Steps(seen));
            Assert.Equal(step + 1, ramp.Steps(seen + 1));
            seen += size(seen);
            Assert.Equal(step + 1, ramp.Steps(seen));
        }
    }

    [Fact]
    public void Two_trillion_tokens_in_batches_of_four_million_are_476838_updates()
    {
        var tokens = BatchRamp.Constant(4_194_304);

        Assert.Equal(476_838, tokens.Steps(2_000_000_000_000));
        Assert.Equal(476_838L * 4_194_304, tokens.Samples(476_838));
    }

    [Fact]
    public void A_schedule_over_samples_is_a_stride_where_the_batch_is_a_multiple()
    {
        Func<int, double> schedule = Schedule.Cosine(0.1, 0.001, 900).Warmup(100);
        Func<int, double> followed = BatchRamp.Constant(512).Follow(schedule, samplesPerStep: 128);
        Func<int, double> stride = schedule.Stride(4);

        Assert.All(Enumerable.Range(0, 400), step => Assert.Equal(stride(step), followed(step)));
        Assert.Equal(stride(int.MaxValue), followed(int.MaxValue));
    }

    [Fact]
    public void A_schedule_over_samples_follows_a_ramp()
    {
        var ramp = BatchRamp.Megatron(32, 32, 1000, 256);
        Func<int, double> followed = ramp.Follow(Schedule.Linear(1, 0, 100), samplesPerStep: 50);

        Assert.All(
            Enumerable.Range(0, 100),
            step => Assert.Equal(Schedule.Linear(1, 0, 100)((int)(ramp.Samples(step) / 50)), followed(step))
        );
    }

    [Fact]
    public void A_followed_schedule_is_data()
    {
        Func<int, double> followed = BatchRamp.Megatron(32, 32, 90, 128).Follow(Schedule.Linear(1, 0, 100), samplesPerStep: 5_000_000_000);

        Assert.Equal("Schedule.Linear(1, 0, 100).BySamples(5000000000, [(0, 32), (30, 64), (60, 96), (90, 128)])", followed.Describe());
        string json = ScheduleJson.Write(followed);
        Assert.Contains("[[0, 32], [30, 64], [60, 96], [90, 128]]", json, StringComparison.Ordinal);
        Assert.Equal(json, ScheduleJson.Write(ScheduleJson.Read(json)));
        Assert.Equal(followed(1_000_000_000), ScheduleJson.Read(json)(1_000_000_000));
        Assert.Equal(1 - 25 / 100.0, followed(1_000_000_000), 1e-15);
    }

    [Fact]
    public void Counts_beyond_64_bits_are_the_last_step_and_stages_beyond_them_are_refused()
    {
        const long Half = long.MaxValue / 2;
        Assert.Equal(long.MaxValue, new BatchRamp((0, Half), (Half + 1, 1)).Samples(3));
        Assert.Throws<OverflowException>(() => BatchRamp.Constant(Half).Samples(3));
        Assert.Equal(7, ((Func<int, double>)(step => step == int.MaxValue ? 7 : 0)).BySamples(3, (0, Half))(3));
        Assert.Contains(
            "stages[1] begins at",
            Assert.Throws<ArgumentException>(() => new BatchRamp((0, Half + 2), (Half + 3, 1))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Illegal_ramps_are_refused_with_the_stage()
    {
        Assert.Contains(
            "stages[0] begins at 5",
            Assert.Throws<ArgumentException>(() => new BatchRamp((5, 1))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "stages[2] begins at 3",
            Assert.Throws<ArgumentException>(() => new BatchRamp((0, 1), (3, 2), (3, 4))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "stages[1] has the batch size 0",
            Assert.Throws<ArgumentException>(() => new BatchRamp((0, 1), (3, 0))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "batchSize is 0; legal is a whole number, one or more",
            Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => BatchRamp.Constant(0)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("final", Assert.Throws<ArgumentOutOfRangeException>(() => BatchRamp.Megatron(32, 10, 100, 64)).ParamName);
        Assert.Equal("samples", Assert.Throws<ArgumentOutOfRangeException>(() => BatchRamp.Constant(1).Steps(1L << 40)).ParamName);
    }

    // Megatron's rule: equal increments after equal shares of the ramp's samples.
    private static long Megatron(long start, long increment, long samples, long final, long seen)
    {
        long increments = (final - start) / increment;
        return seen >= samples ? final : start + (increment * (seen * increments / samples));
    }
}
