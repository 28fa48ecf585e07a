using LrMath.ClosedLoop;
using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

public class ScheduleJsonTests
{
    [Fact]
    public void A_schedule_is_its_builder_and_the_verbs_on_it_in_their_order()
    {
        Func<int, double> lr = Schedule
            .Cosine(0.1, 0, 9_500)
            .Warmup(500)
            .Cooldown(totalSteps: 10_000, steps: 1_000, shape: Shapes.SquareRoot);

        Assert.Equal(
            """
            {
              "lrmath": 1,
              "schedule": [
                { "cosine": { "start": 0.1, "end": 0, "steps": 9500 } },
                { "warmup": { "steps": 500 } },
                { "cooldown": { "totalSteps": 10000, "steps": 1000, "shape": "squareRoot" } }
              ]
            }

            """.ReplaceLineEndings("\n"),
            ScheduleJson.Write(lr)
        );
    }

    [Fact]
    public void Numbers_are_written_as_a_person_would_and_read_back_with_the_same_bits()
    {
        Func<int, double> values = Schedule.Piecewise(
            [1e-7, 1e20, 0.1 + 0.2, double.Epsilon, double.MaxValue, Math.ScaleB(1, -25), -1.5e-7],
            [1, 2, 3, 4, 5, 6]
        );

        string text = ScheduleJson.Write(values);
        Assert.All(
            (string[])["1e-7", "1e20", "0.30000000000000004", "5e-324", "1.7976931348623157e308", "2.9802322387695312e-8", "-1.5e-7"],
            number => Assert.Contains(number, text, StringComparison.Ordinal)
        );
        Assert.Equal(values.Evaluate(0..7), ScheduleJson.Read(text).Evaluate(0..7));
    }

    [Fact]
    public void A_long_list_fills_lines()
    {
        string text = ScheduleJson.Write(Schedule.MultiStep(1, 0.5, [.. Enumerable.Range(1_000, 60)]));
        Assert.True(text.Split('\n').Length < 20, text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void A_function_of_ones_own_is_refused_with_where_it_stands_unless_it_has_a_name()
    {
        Func<int, double> mine = step => 0.1 / (1 + step);
        Shape bent = (start, end, progress) => start + ((end - start) * progress * progress);
        Func<int, double> lr = Schedule.Sequential([Schedule.Ramp(0, 1, 10, bent), mine], [10]).Scale(2);

        ScheduleJsonException shape = Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(lr));
        Assert.Equal("$.schedule[0].sequential.schedules[0].ramp.shape", shape.Path);
        Assert.Contains("‹lambda›", shape.Message, StringComparison.Ordinal);
        ScheduleJsonException function = Assert.Throws<ScheduleJsonException>(() =>
            ScheduleJson.Write(lr, shapes: new() { ["bent"] = bent })
        );
        Assert.Equal("$.schedule[0].sequential.schedules[1]", function.Path);

        string text = ScheduleJson.Write(lr, new() { ["mine"] = mine }, new() { ["bent"] = bent });
        Assert.Contains("""[{ "ramp": { "start": 0, "end": 1, "steps": 10, "shape": "bent" } }, "mine"]""", text, StringComparison.Ordinal);
        Func<int, double> read = ScheduleJson.Read(text, new() { ["mine"] = step => 0.1 / (1 + step) }, new() { ["bent"] = bent });
        Assert.Equal(lr.Evaluate(0..100), read.Evaluate(0..100));
        Assert.Equal(
            "mime",
            Assert
                .Throws<ScheduleJsonException>(() => ScheduleJson.Read(text, new() { ["mime"] = mine }, new() { ["bent"] = bent }))
                .Nearest
        );
        Assert.Throws<ArgumentException>("functions", () => ScheduleJson.Read(text, new() { ["cosine"] = mine }));
    }

    [Fact]
    public void A_function_of_the_value_is_refused_with_where_it_stands_unless_it_has_a_name()
    {
        Func<double, double> rounded = value => Math.Round(value, 3);
        Func<int, double> lr = Schedule.Cosine(1, 0, 100).Map(rounded).Scale(2);

        ScheduleJsonException refused = Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(lr));
        Assert.Equal("$.schedule[1].map.function", refused.Path);
        Assert.Contains("maps: new()", refused.Message, StringComparison.Ordinal);

        string text = ScheduleJson.Write(lr, maps: new() { ["rounded"] = rounded });
        Assert.Contains("""{ "map": { "function": "rounded" } }""", text, StringComparison.Ordinal);
        Assert.Equal(lr.Evaluate(0..120), ScheduleJson.Read(text, maps: new() { ["rounded"] = rounded }).Evaluate(0..120));

        Assert.Equal(
            "round",
            Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Read(text, maps: new() { ["round"] = rounded })).Nearest
        );
        Assert.Contains("\"rounded\"", Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Read(text)).Found, StringComparison.Ordinal);
        Assert.Equal(
            "the name of a function of the value, one of those in maps",
            Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Read(text.Replace("\"rounded\"", "3", StringComparison.Ordinal))).Legal
        );
    }

    [Fact]
    public void A_policy_is_the_preset_that_it_differs_least_from()
    {
        Plateau policy = Plateau.PyTorch with { BaseRate = 0.1, Patience = 5, Mode = Mode.Max };
        string text = ScheduleJson.Write(policy);
        Assert.Equal(
            """{ "lrmath": 1, "policy": { "plateau.pyTorch": { "baseRate": 0.1, "mode": "max", "patience": 5 } } }""",
            text.TrimEnd()
        );
        Assert.Equal(policy, ScheduleJson.ReadPolicy<Plateau>(text));
        Assert.Equal("$.policy", Assert.Throws<ScheduleJsonException>(() => ScheduleJson.ReadPolicy<Greedy>(text)).Path);
    }
}
