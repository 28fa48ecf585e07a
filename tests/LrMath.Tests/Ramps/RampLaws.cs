using System.Reflection;
using LrMath.Tests.Generation;
using LrMath.Tests.Laws;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Ramps;

/// <summary>What holds for everything that goes from a start to an end in a number of steps.</summary>
public class RampLaws
{
    private static readonly IReadOnlyDictionary<string, MethodInfo> Ramps = Members.Named(Members.Builders.Where(IsRamp));

    public static TheoryData<string> Names => [.. Ramps.Keys];

    [Fact]
    public void The_ramps_are_found() =>
        Assert.Equal(
            ["Cosine", "Exponential", "Hold", "Linear", "Polynomial", "Ramp", "SquareRoot"],
            Ramps.Values.Select(method => method.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_builder_that_has_the_name_of_a_shape_is_the_ramp_of_this_shape_and_no_other_builder_has_one()
    {
        MethodInfo[] named = [.. Members.Builders.Where(builder => Members.Shapes.Any(shape => shape.Name == builder.Name))];
        Assert.Equal(
            Ramps.Values.Where(ramp => ramp.Name != nameof(Schedule.Ramp)).Select(ramp => ramp.Name).Order(StringComparer.Ordinal),
            named.Select(builder => builder.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            named,
            builder =>
                ForAll(
                    Ramps.Single(pair => pair.Value == builder).Key,
                    (composition, given) =>
                    {
                        (double start, double end, int steps) = Ends(given);
                        object?[] arguments =
                        [
                            .. builder.GetParameters().Skip(3).Select(parameter => (object?)given.Number(parameter.Name!)),
                        ];
                        MemberInfo member = Members.Shapes.Single(shape => shape.Name == builder.Name);
                        object? shape = member is PropertyInfo property
                            ? property.GetValue(null)
                            : ((MethodInfo)member).Invoke(null, arguments);
                        Func<int, double> ramp = Schedule.Ramp(start, end, steps, (Shape)shape!);
                        Law.SameBits(ramp.Evaluate(0..300), composition.Build().Evaluate(0..300), composition, 0);
                    }
                )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ends_are_the_very_numbers_and_the_last_one_is_held(string name) =>
        ForAll(
            name,
            (composition, given) =>
            {
                Func<int, double> ramp = composition.Build();
                (double start, double end, int steps) = Ends(given);
                double first = given.Has("shape") ? given.Shape("shape", Shapes.Linear)(start, end, 0) : start;
                Check(composition, 0, steps == 0 ? end : first, ramp(0));
                foreach (int step in new[] { steps, steps + 1, steps + 99_991, int.MaxValue - 1, int.MaxValue })
                {
                    Check(composition, step, end, ramp(step));
                }
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_lie_between_the_ends_and_move_one_way(string name) =>
        ForAll(
            name,
            (composition, given) =>
            {
                Func<int, double> ramp = composition.Build();
                (double start, double end, int steps) = Ends(given);
                double ulp = Math.Max(
                    Math.BitIncrement(Math.Abs(start)) - Math.Abs(start),
                    Math.BitIncrement(Math.Abs(end)) - Math.Abs(end)
                );
                double[] values = ramp.Evaluate(0..Math.Min(steps + 2, 4000));
                for (int i = 0; i < values.Length; i++)
                {
                    double nearest = Math.Clamp(values[i], Math.Min(start, end) - (2 * ulp), Math.Max(start, end) + (2 * ulp));
                    Check(composition, i, nearest, values[i]);
                    Assert.True(
                        i == 0 || (values[i] - values[i - 1]) * Math.Sign(end - start) >= -2 * ulp,
                        $"{composition} turns back at step {i}, from {values[Math.Max(i - 1, 0)]:R} to {values[i]:R} ({Seed.Note})"
                    );
                }
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_steps_sample_the_same_curve(string name) =>
        ForAll(
            name,
            (composition, given) =>
            {
                Func<int, double> ramp = composition.Build();
                (double start, double end, int steps) = Ends(given);
                object?[] twice = [.. composition.Term.Parts.Select(part => part.Build(null))];
                twice[2] = 2 * steps;
                var slow = (Func<int, double>)Ramps[name].Invoke(null, twice)!;
                for (int step = 0; step <= Math.Min(steps, 2000); step++)
                {
                    double close =
                        Math.Abs(ramp(step) - slow(2 * step)) <= 1e-13 * Math.Max(Math.Abs(start), Math.Abs(end))
                            ? slow(2 * step)
                            : ramp(step);
                    Check(composition, step, close, slow(2 * step));
                }
            }
        );

    [Fact]
    public void A_formula_of_ones_own_is_evaluated_only_between_the_ends()
    {
        List<double> evaluated = [];
        Shape own = (start, end, progress) =>
        {
            evaluated.Add(progress);
            return start + ((end - start) * progress);
        };
        foreach (int steps in (int[])[0, 1, 2, 97])
        {
            Func<int, double> ramp = Schedule.Ramp(1, 0, steps, own);
            Law.Steps(ramp, 0, steps + 50);
            ramp.Evaluate(0..(steps + 50));
            _ = ramp(int.MaxValue);
        }

        Assert.Equal(2 * (0 + 1 + 96), evaluated.Count);
        Assert.All(evaluated, progress => Assert.True(progress is > 0 and < 1, $"It was evaluated at {progress:R}."));
    }

    private static void ForAll(string name, Action<Composition, Given> law) =>
        Law.Holds(
            Arbitraries.Of(new Generator(OwnFunctions: false), Ramps[name]),
            composition => law(composition, new Given((Call)composition.Term))
        );

    private static (double Start, double End, int Steps) Ends(Given given) =>
        (given.Number("start"), given.Number("end"), (int)given.Number("steps"));

    private static void Check(Composition composition, int step, double expected, double actual)
    {
        if (!expected.Equals(actual))
        {
            Law.Fail(composition.ToString(), step, expected, actual);
        }
    }

    private static bool IsRamp(MethodInfo method) => method.GetParameters() is [{ Name: "start" }, { Name: "end" }, { Name: "steps" }, ..];
}
