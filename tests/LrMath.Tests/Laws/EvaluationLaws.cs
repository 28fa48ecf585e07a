using System.Reflection;
using LrMath.Tests.Support;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>What holds for every builder and every verb, found by reflection.</summary>
public class EvaluationLaws
{
    public static TheoryData<string> Methods => [.. Any.Builders.Concat(Any.Verbs).Select(method => method.ToString()!)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_range_has_the_bits_of_its_steps(string method) => Law.Holds(seed =>
    {
        Any any = new(seed);
        Func<int, double> schedule = any.Make(Any.Builder(method), depth: 2).Schedule;
        int first = any.Step();
        int length = (int)Math.Min(any.Next(2500), (long)int.MaxValue - first + 1);
        double[] expected = Law.Steps(schedule, first, length);

        double[] whole = new double[length];
        schedule.Evaluate(first, whole);
        Law.SameBits(expected, whole, schedule, first);

        double[] split = new double[length];
        for (int done = 0; done < length;)
        {
            int part = Math.Min(1 + any.Next(400), length - done);
            schedule.Evaluate(first + done, split.AsSpan(done, part));
            done += part;
        }

        Law.SameBits(expected, split, schedule, first);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Floats_vectors_and_scattered_steps_have_the_bits_of_the_steps(string method) => Law.Holds(
        seed =>
        {
            Any any = new(seed);
            Func<int, double> schedule = any.Make(Any.Builder(method), depth: 2).Schedule;
            int first = any.Next(5000);
            int length = any.Next(1500) + 1;
            double[] expected = Law.Steps(schedule, first, length);

            float[] floats = new float[length];
            schedule.Evaluate(first, floats);
            Assert.Equal(Array.ConvertAll(expected, value => (float)value), floats);

            Vector<double> dense = Vector<double>.Build.Dense(length);
            schedule.Evaluate(first, dense);
            Law.SameBits(expected, dense.AsArray(), schedule, first);

            Vector<double> sparse = Vector<double>.Build.Sparse(length);
            schedule.Evaluate(first, sparse);
            Law.SameBits(expected, sparse.ToArray(), schedule, first);

            int[] steps = [.. Enumerable.Range(0, 50).Select(_ => any.Step())];
            double[] scattered = new double[steps.Length];
            schedule.Evaluate(steps, scattered);
            Law.SameBits(Array.ConvertAll(steps, step => schedule(step)), scattered, schedule, 0);
        },
        times: 20);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_value_is_finite(string method) => Law.Holds(seed =>
    {
        Any any = new(seed);
        Func<int, double> schedule = any.Make(Any.Builder(method), depth: 1).Schedule;
        int[] steps = [0, 1, 2, int.MaxValue / 2, int.MaxValue - 1, int.MaxValue, .. Enumerable.Range(0, 50).Select(_ => any.Step())];
        Assert.All(steps, step => Assert.True(double.IsFinite(schedule(step)), $"{schedule.Describe()} at {step} is {schedule(step)}"));
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Any_order_and_any_thread_give_the_same_bits(string method) => Law.Holds(
        seed =>
        {
            Any any = new(seed);
            Func<int, double> schedule = any.Make(Any.Builder(method), depth: 2).Schedule;
            int[] steps = [.. Enumerable.Range(0, 200).Select(_ => any.Step())];
            double[] expected = Array.ConvertAll(steps, step => schedule(step));

            double[] backwards = new double[steps.Length];
            for (int i = steps.Length - 1; i >= 0; i--)
            {
                backwards[i] = schedule(steps[i]);
            }

            double[] parallel = new double[steps.Length];
            Parallel.For(0, steps.Length, new() { MaxDegreeOfParallelism = 4 }, i => parallel[i] = schedule(steps[i]));
            Law.SameBits(expected, backwards, schedule, 0);
            Law.SameBits(expected, parallel, schedule, 0);
        },
        times: 10);

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_schedule_built_twice_gives_the_same_bits(string method) => Law.Holds(
        seed =>
        {
            MethodInfo info = Any.Builder(method);
            double[] once = new Any(seed).Make(info).Schedule.Evaluate(0..500);
            Func<int, double> again = new Any(seed).Make(info).Schedule;
            Law.SameBits(once, again.Evaluate(0..500), again, 0);
        },
        times: 10);

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_negative_step_is_refused(string method) => Law.Holds(
        seed =>
        {
            Func<int, double> schedule = new Any(seed).Make(Any.Builder(method)).Schedule;
            foreach (int step in new[] { -1, int.MinValue })
            {
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => schedule(step));
                Assert.Equal("step", error.ParamName);
                Assert.Equal(step, error.ActualValue);
            }

            Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => schedule.Evaluate(-1, new double[3]));
        },
        times: 10);

    [Fact]
    public void No_part_of_a_composition_is_asked_for_a_negative_step() => Law.Holds(seed =>
    {
        Any any = new(seed);
        double Watched(int step)
        {
            Assert.True(step >= 0, $"asked for step {step}");
            return 0.5;
        }

        MethodInfo verb = Any.Verbs[any.Next(Any.Verbs.Count)];
        (_, object?[] arguments) = any.Make(verb);
        arguments[0] = (Func<int, double>)Watched;
        if (any.Next(2) == 0 && arguments.Length > 1 && arguments[1] is Func<int, double>)
        {
            arguments[1] = (Func<int, double>)Watched;
        }

        Func<int, double> schedule;
        try
        {
            schedule = (Func<int, double>)verb.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException)
        {
            return;
        }

        Law.SameBits(Law.Steps(schedule, 0, 400), schedule.Evaluate(0..400), schedule, 0);
        _ = schedule(int.MaxValue);
    });

    [Fact]
    public void A_range_asks_a_users_function_nothing_that_its_steps_would_not() => Law.Holds(
        seed =>
        {
            Any any = new(seed);
            Func<int, double> schedule = any.Schedule().Stride(2 + any.Next(5));
            any.Asked.Clear();
            Law.Steps(schedule, 100, 300);
            var byStep = any.Asked.ToHashSet();
            any.Asked.Clear();
            schedule.Evaluate(100..400);
            Assert.Subset(byStep, any.Asked);
        },
        times: 1000);

    [Fact]
    public void A_strided_range_asks_a_users_shape_nothing_that_its_steps_would_not()
    {
        HashSet<double> asked = [];
        double Mine(double start, double end, double progress)
        {
            asked.Add(progress);
            return start + ((end - start) * progress);
        }

        foreach (Func<int, double> schedule in new[]
        {
            Schedule.Ramp(1, 0, 900, Mine), Schedule.Path([(0.3, 1), (500.7, 0)], Mine), Schedule.Restarts(1, 0, 47.3, Mine),
            Schedule.Restarts(1, 0, 40, Mine, periodFactor: 1.5), Schedule.GrowingHorizon(1, 0, 70, Mine), Schedule.Ramp(1, 0, 900, Shapes.Warp(Mine, 2)),
        })
        {
            Func<int, double> strided = schedule.Stride(3);
            asked.Clear();
            Law.Steps(strided, 0, 200);
            var byStep = asked.ToHashSet();
            asked.Clear();
            strided.Evaluate(0..200);
            Assert.NotEmpty(asked);
            Assert.Subset(byStep, asked);
        }
    }

    [Fact]
    public void Structure_gives_the_bits_of_plain_functions() => Law.Holds(seed =>
    {
        Any any = new(seed);
        MethodInfo verb = Any.Verbs[any.Next(Any.Verbs.Count)];
        (Func<int, double> structured, object?[] arguments) = any.Make(verb, depth: 2);
        object?[] opaque = Array.ConvertAll(arguments, argument => argument is Func<int, double> inner ? (Func<int, double>)(step => inner(step)) : argument);
        Func<int, double> plain = (Func<int, double>)verb.Invoke(null, opaque)!;
        Law.SameBits(plain.Evaluate(0..1300), structured.Evaluate(0..1300), structured, 0);
    });

    [Fact]
    public void Nothing_is_allocated_by_a_step_or_a_range()
    {
        Any any = new(7, lambdas: false);
        double[] destination = new double[3000];
        float[] floats = new float[3000];
        foreach (MethodInfo method in Any.Builders.Concat(Any.Verbs))
        {
            Func<int, double> schedule = any.Make(method, depth: 1).Schedule;
            schedule.Evaluate(10, destination);
            schedule.Evaluate(10, floats);
            _ = schedule(5);
            long before = GC.GetAllocatedBytesForCurrentThread();
            schedule.Evaluate(10, destination);
            schedule.Evaluate(10, floats);
            _ = schedule(5);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, $"{schedule.Describe()} allocates");
        }
    }

    [Fact]
    public void What_is_nested_forty_times_fits_a_small_stack()
    {
        Func<int, double> factor = Schedule.Cosine(1, 0.9, 900);
        Func<int, double> schedule = Schedule.Linear(1, 0.5, 5000);
        for (int i = 0; i < 40; i++)
        {
            schedule = factor.Chain(schedule.Shift(1).Clamp(1e-9, 1));
        }

        double[] range = [];
        float[] floats = new float[3000];
        Thread thread = new(Fill, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        double[] steps = Law.Steps(schedule, 0, 3000);
        Law.SameBits(steps, range, schedule, 0);
        Assert.Equal(Array.ConvertAll(steps, value => (float)value), floats);

        void Fill()
        {
            range = schedule.Evaluate(0..3000);
            schedule.Evaluate(0, floats);
        }
    }

    [Theory]
    [InlineData(0, 20_000)]
    [InlineData(77, 8_192)]
    [InlineData(9_001, 12_345)]
    [InlineData(1_000_000, 16_385)]
    public void A_range_of_many_blocks_has_the_bits_of_its_steps(int first, int length)
    {
        foreach (Func<int, double> schedule in new[]
        {
            Schedule.Cosine(0.3, 0.1, 29_000), Schedule.Cosine(1, 0, 2_000_000_001), Schedule.CosineWave(1, 0, 40_000.7),
            Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.Cosine), Schedule.Ramp(0.3, 0.1, 29_000, Shapes.HalfCosine),
            Schedule.Ramp(1, 0, 2_000_000_001, Shapes.HalfCosine), Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.HalfCosine),
            Schedule.Restarts(1, 0, 7_000.3, Shapes.HalfCosine), Schedule.Restarts(1, 0, 500.3, Shapes.HalfCosine, periodFactor: 1.5),
            Schedule.Saturating(0, 1, 1e4), Schedule.Ramp(1, 0, 2_000_001, Shapes.Saturating(50)),
            Schedule.Ramp(0.3, 0.1, 29_000, Shapes.Tanh(-6, 3)), Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.Tanh(-300, 200)),
        })
        {
            double[] steps = Law.Steps(schedule, first, length);
            double[] range = new double[length + 6];
            float[] floats = new float[length + 6];
            for (int offset = 0; offset < 6; offset += 5)
            {
                schedule.Evaluate(first, range.AsSpan(offset, length));
                schedule.Evaluate(first, floats.AsSpan(offset, length));
                Law.SameBits(steps, range.AsSpan(offset, length), schedule, first);
                Assert.Equal(Array.ConvertAll(steps, value => (float)value), floats.AsSpan(offset, length).ToArray());
            }
        }
    }
}
