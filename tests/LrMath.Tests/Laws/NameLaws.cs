using System.Reflection;
using LrMath.Tests.Generation;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>The rules of names in docs/cheat-sheet.md that can be counted.</summary>
public class NameLaws
{
    private static readonly IReadOnlyList<ParameterInfo> Parameters =
    [
        .. Members.Builders.Concat(Members.AllVerbs).SelectMany(method => method.GetParameters()),
    ];

    [Fact]
    public void A_way_is_called_shape_or_by_the_name_of_its_part()
    {
        string[] names = [.. Parameters.Where(one => one.ParameterType == typeof(Shape)).Select(one => one.Name!).Distinct()];
        Assert.Contains("shape", names);
        Assert.All(names, name => Assert.EndsWith("shape", name, StringComparison.OrdinalIgnoreCase));
        Assert.All(Parameters.Where(one => one.ParameterType == typeof(IReadOnlyList<Shape>)), list => Assert.Equal("shapes", list.Name));
    }

    [Fact]
    public void A_shape_of_a_part_stands_beside_its_steps() =>
        Assert.All(
            Parameters.Where(one => one.Name!.EndsWith("Shape", StringComparison.Ordinal)),
            part =>
                Assert.Contains(
                    ((MethodInfo)part.Member).GetParameters(),
                    other => other.Name == part.Name!.Replace("Shape", "Steps", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Values_that_have_to_be_given_stand_before_lengths_and_lengths_before_what_may_be_left_out()
    {
        Assert.All(
            Members.Builders,
            builder =>
            {
                ParameterInfo[] given = [.. builder.GetParameters().Where(one => !one.HasDefaultValue)];
                int firstLength = Array.FindIndex(given, one => one.ParameterType == typeof(int));
                string[] values = ["start", "end", "initial", "limit", "peak", "floor", "value", "min", "max"];
                Assert.True(
                    firstLength < 0 || given.Skip(firstLength).All(one => !values.Contains(one.Name)) || builder.Name == "Phases",
                    $"{builder.Name} has a value behind a length"
                );
                Assert.True(
                    builder.GetParameters().SkipWhile(one => !one.HasDefaultValue).All(one => one.HasDefaultValue),
                    $"{builder.Name} has something to be given behind what may be left out"
                );
            }
        );
    }

    [Fact]
    public void The_first_of_two_values_is_the_one_at_step_0()
    {
        Assert.All(
            [
                Schedule.Linear(start: 3, end: 1, 10),
                Schedule.CosineWave(start: 3, end: 1, 10),
                Schedule.ExponentialApproach(initial: 3, limit: 1, 10),
                Schedule.Cyclic(floor: 3, peak: 5, 4, 4),
                Schedule.CosineRestarts(peak: 3, floor: 1, 10),
                Schedule.Restarts(peak: 3, floor: 1, 10, Shapes.Linear),
                Schedule.GrowingHorizon(peak: 3, floor: 1, 10, Shapes.Linear),
                Schedule.RangeTest(min: 3, max: 5, 10),
            ],
            schedule => Assert.Equal(3, schedule(0))
        );
    }
}
