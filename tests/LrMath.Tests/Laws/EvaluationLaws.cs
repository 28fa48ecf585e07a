using System.Reflection;
using LrMath.MathNet;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using ScheduleNode = LrMath.Structure.ScheduleNode;

namespace LrMath.Tests.Laws;

/// <summary>What holds for every composition of builders, verbs and shapes, found by reflection.</summary>
public class EvaluationLaws
{
    [Cases(4000)]
    public void A_range_has_the_bits_of_its_steps(Composition composition, Window window)
    {
        Func<int, double> schedule = composition.Build();
        double[] expected = Law.Steps(schedule, window.First, window.Length);

        double[] whole = new double[window.Length];
        schedule.Evaluate(window.First, whole);
        Law.SameBits(expected, whole, composition, window.First);

        double[] split = new double[window.Length];
        for (int done = 0; done < split.Length; done += window.Part)
        {
            schedule.Evaluate(window.First + done, split.AsSpan(done, Math.Min(window.Part, split.Length - done)));
        }

        Law.SameBits(expected, split, composition, window.First);
    }

    [Cases(1500)]
    public void Floats_vectors_and_scattered_steps_have_the_bits_of_the_steps(Composition composition, Window window, Step[] scattered)
    {
        Func<int, double> schedule = composition.Build();
        int first = window.First;
        double[] expected = Law.Steps(schedule, first, window.Length);

        float[] floats = new float[window.Length];
        schedule.Evaluate(first, floats);
        Law.SameBits(
            Array.ConvertAll(expected, value => (double)(float)value),
            Array.ConvertAll(floats, value => (double)value),
            composition,
            first
        );

        if (window.Length > 0)
        {
            Vector<double> dense = Vector<double>.Build.Dense(window.Length);
            schedule.Evaluate(first, dense);
            Law.SameBits(expected, dense.AsArray(), composition, first);

            Vector<double> sparse = Vector<double>.Build.Sparse(window.Length);
            schedule.Evaluate(first, sparse);
            Law.SameBits(
                Array.ConvertAll(expected, value => value + 0.0),
                Array.ConvertAll(sparse.ToArray(), value => value + 0.0),
                composition,
                first
            );
        }

        int[] steps = Array.ConvertAll(scattered, step => step.At);
        double[] values = new double[steps.Length];
        schedule.Evaluate(steps, values);
        for (int i = 0; i < steps.Length; i++)
        {
            Law.SameBits([schedule(steps[i])], [values[i]], composition, steps[i]);
        }
    }

    [Cases(3000)]
    public void Every_value_is_finite_and_none_is_minus_zero(Composition composition, Step[] scattered)
    {
        Func<int, double> schedule = composition.Build();
        foreach (int step in scattered.Select(step => step.At).Concat([0, 1, 2, int.MaxValue / 2, int.MaxValue - 1, int.MaxValue]))
        {
            double value = schedule(step);
            Assert.True(double.IsFinite(value), $"{composition} at step {step} is {value} ({Seed.Note})");
            Assert.False(value == 0 && double.IsNegative(value), $"{composition} at step {step} is -0 ({Seed.Note})");
        }
    }

    [Cases(600)]
    public void Any_order_and_any_thread_give_the_same_bits(Composition composition, Step[] scattered)
    {
        Func<int, double> schedule = composition.Build();
        int[] steps = Array.ConvertAll(scattered, step => step.At);
        double[] expected = Array.ConvertAll(steps, step => schedule(step));

        double[] backwards = new double[steps.Length];
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            backwards[i] = schedule(steps[i]);
        }

        double[] parallel = new double[steps.Length];
        Parallel.For(0, steps.Length, new() { MaxDegreeOfParallelism = 4 }, i => parallel[i] = schedule(steps[i]));
        for (int i = 0; i < steps.Length; i++)
        {
            Law.SameBits([expected[i], expected[i]], [backwards[i], parallel[i]], composition, steps[i]);
        }
    }

    [Cases(600)]
    public void A_schedule_built_twice_gives_the_same_bits(Composition composition) =>
        Law.SameBits(composition.Build().Evaluate(0..500), composition.Build().Evaluate(0..500), composition, 0);

    [Cases(1000)]
    public void A_negative_step_is_refused(Composition composition)
    {
        Func<int, double> schedule = composition.Build();
        foreach (int step in new[] { -1, int.MinValue })
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => schedule(step));
            Assert.Equal("step", error.ParamName);
            Assert.Equal(step, error.ActualValue);
        }

        Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => schedule.Evaluate(-1, new double[3]));
    }

    [Cases(1500)]
    public void No_part_of_a_composition_is_evaluated_at_a_negative_step(Composition composition)
    {
        Watch watch = new();
        Func<int, double> schedule = composition.Build(watch);
        Law.SameBits(Law.Steps(schedule, 0, 400), schedule.Evaluate(0..400), composition, 0);
        _ = schedule(int.MaxValue);
        double lowest = watch.Evaluated.Select(one => one.Argument).DefaultIfEmpty(0).Min();
        Assert.True(lowest >= 0, $"{composition} evaluates a part of it at {lowest} ({Seed.Note})");
    }

    [Cases(1500)]
    public void A_range_evaluates_a_users_function_nowhere_that_its_steps_would_not(Composition composition, Count count)
    {
        Watch watch = new();
        Func<int, double> schedule = composition.Build(watch).Stride(2 + (count.N % 5));
        watch.Evaluated.Clear();
        Law.Steps(schedule, 100, 300);
        HashSet<(object Function, double Argument)> byStep = [.. watch.Evaluated];
        watch.Evaluated.Clear();
        schedule.Evaluate(100..400);
        Assert.True(watch.Evaluated.IsSubsetOf(byStep), $"{composition}: a range evaluates more than its steps ({Seed.Note})");
    }

    [Fact]
    public void A_strided_range_evaluates_a_users_shape_nowhere_that_its_steps_would_not()
    {
        HashSet<double> evaluated = [];
        double Mine(double start, double end, double progress)
        {
            evaluated.Add(progress);
            return start + ((end - start) * progress);
        }

        foreach (
            Func<int, double> schedule in new[]
            {
                Schedule.Ramp(1, 0, 900, Mine),
                Schedule.Path([(0.3, 1), (500.7, 0)], Mine),
                Schedule.Restarts(1, 0, 47.3, Mine),
                Schedule.Restarts(1, 0, 40, Mine, periodFactor: 1.5),
                Schedule.GrowingHorizon(1, 0, 70, Mine),
                Schedule.Ramp(1, 0, 900, Shapes.Warp(Mine, 2)),
            }
        )
        {
            Func<int, double> strided = schedule.Stride(3);
            evaluated.Clear();
            Law.Steps(strided, 0, 200);
            var byStep = evaluated.ToHashSet();
            evaluated.Clear();
            strided.Evaluate(0..200);
            Assert.NotEmpty(evaluated);
            Assert.Subset(byStep, evaluated);
        }
    }

    [Fact]
    public void Structure_gives_the_bits_of_plain_functions()
    {
        int compared = 0;
        MethodInfo[] roots =
        [
            .. Members
                .Builders.Concat(Members.Verbs)
                .Where(method => method.GetParameters().Any(parameter => HasSchedules(parameter.ParameterType))),
        ];
        Law.Holds(Arbitraries.Of(new Generator(), roots), composition => compared += Compare(composition) ? 1 : 0, times: 1500);
        Law.LookedAtSome(compared, 1500, "No schedule was compared.");

        static bool HasSchedules(Type type) =>
            type == typeof(Func<int, double>) || (type.IsGenericType && type.GetGenericArguments().Any(HasSchedules));

        static bool Compare(Composition composition)
        {
            bool startsElsewhere = false;
            Func<int, double> plain = ((Call)composition.Term).BuildOver(inner =>
            {
                startsElsewhere |= StartsElsewhere(inner);
                return step => inner(step);
            });
            if (!startsElsewhere)
            {
                Law.SameBits(plain.Evaluate(0..1300), composition.Build().Evaluate(0..1300), composition, 0);
            }

            return !startsElsewhere;
        }

        // Where a ramp has no step, a schedule of ours starts elsewhere than a function of the same values: see EntryLaws.
        static bool StartsElsewhere(Func<int, double> schedule)
        {
            var node = ScheduleNode.Of(schedule);
            return Enumerable.Range(0, 1300).Select(node.EntryAt).Any(entry => !entry.Start.Equals(entry.Value));
        }
    }

    [Fact]
    public void Nothing_is_allocated_by_a_step_or_a_range()
    {
        double[] destination = new double[3000];
        float[] floats = new float[3000];
        int[] scattered = [.. Enumerable.Range(0, 100).Select(i => i * 37 % 100)];
        Generator generator = new(OwnFunctions: false);
        foreach (MethodInfo? method in Members.Builders.Concat(Members.Verbs))
        {
            Composition composition = generator.Sample(method, depth: 1, Seed.OfThisRun);
            Func<int, double> schedule = composition.Build();
            Evaluate(schedule);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Evaluate(schedule);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, $"{composition} allocates ({Seed.Note})");
        }

        void Evaluate(Func<int, double> schedule)
        {
            schedule.Evaluate(10, destination);
            schedule.Evaluate(10, floats);
            schedule.Evaluate(scattered, destination.AsSpan(0, scattered.Length));
            _ = schedule(5);
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
        foreach (
            Func<int, double> schedule in new[]
            {
                Schedule.Cosine(0.3, 0.1, 29_000),
                Schedule.Cosine(1, 0, 2_000_000_001),
                Schedule.CosineWave(1, 0, 40_000.7),
                Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.Cosine),
                Schedule.Ramp(0.3, 0.1, 29_000, Shapes.HalfCosine),
                Schedule.Ramp(1, 0, 2_000_000_001, Shapes.HalfCosine),
                Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.HalfCosine),
                Schedule.Restarts(1, 0, 7_000.3, Shapes.HalfCosine),
                Schedule.Restarts(1, 0, 500.3, Shapes.HalfCosine, periodFactor: 1.5),
                Schedule.ExponentialApproach(0, 1, 1e4),
                Schedule.Ramp(1, 0, 2_000_001, Shapes.Saturating(50)),
                Schedule.Ramp(0.3, 0.1, 29_000, Shapes.Tanh(-6, 3)),
                Schedule.Path([(3.3, 1), (60_000.7, 0)], Shapes.Tanh(-300, 200)),
            }
        )
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
