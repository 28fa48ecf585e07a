using LrMath.ClosedLoop;
using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>
/// Texts of version 1 as they were written when it began. They are readable for ever, with these bits: nothing here is ever changed or
/// taken away.
/// </summary>
public class Version1Tests
{
    public static TheoryData<string, string, int, double> Schedules =>
        new()
        {
            {
                """{ "lrmath": 1, "schedule": [{ "cosine": { "start": 0.1, "end": 0, "steps": 9500 } }, { "warmup": { "steps": 500 } }] }""",
                "Schedule.Cosine(0.1, 0, 9500).Warmup(500)",
                500,
                0.1
            },
            { """{ "lrmath": 1, "schedule": { "constant": { "value": 3e-4 } } }""", "Schedule.Constant(0.0003)", 7, 3e-4 },
            {
                """
                    { "$schema": "https://example.org/schedule.schema.json", "schedule": { "linear": { "steps": 8, "end": 1, "start": 0 } },
                      "lrmath": 1 }
                    """,
                "Schedule.Linear(0, 1, 8)",
                2,
                0.25
            },
            {
                """{ "lrmath": 1, "schedule": { "multiStep": { "initial": 1, "gamma": 0.5, "milestones": [30, 60, 90] } } }""",
                "Schedule.MultiStep(1, 0.5, [30, 60, 90])",
                60,
                0.25
            },
            {
                """{ "lrmath": 1, "schedule": { "path": { "knots": [[0, 0], [28.5, 1], [99, 0.5]], "shape": null } } }""",
                "Schedule.Path([(0, 0), (28.5, 1), (99, 0.5)])",
                99,
                0.5
            },
            {
                """
                    { "lrmath": 1, "schedule": { "path": { "knots": [[0, 0], [10, 1], [20, 0]], "shapes": ["linear", { "polynomial": { "power":
                      2 } }] } } }
                    """,
                "Schedule.Path([(0, 0), (10, 1), (20, 0)], [Shapes.Linear, Shapes.Polynomial(2)])",
                15,
                0.25
            },
            {
                """
                    { "lrmath": 1, "schedule": [{ "linear": { "start": 1, "end": 0, "steps": 10 } },
                      { "bySamples": { "samplesPerStep": 100, "stages": [[0, 50], [200, 100]] } }] }
                    """,
                "Schedule.Linear(1, 0, 10).BySamples(100, [(0, 50), (200, 100)])",
                6,
                0.6
            },
            {
                """{ "lrmath": 1, "schedule": { "oneCycle": { "peak": 1, "steps": 100, "anneal": "linear", "threePhase": true } } }""",
                "Schedule.OneCycle(1, 100, shape: Shapes.Linear, threePhase: true)",
                29,
                1
            },
            {
                """
                    { "lrmath": 1, "schedule": { "sequential": { "schedules": [{ "linear": { "start": 0, "end": 1, "steps": 4 } }, [{
                      "constant": { "value": 1 } }, { "scale": { "factor": 0.5 } }]], "milestones": [4] } } }
                    """,
                "Schedule.Sequential([Schedule.Linear(0, 1, 4), Schedule.Constant(1).Scale(0.5)], [4])",
                9,
                0.5
            },
            {
                """
                    { "lrmath": 1, "schedule": { "concat": { "parts": [[{ "constant": { "value": 1 } }, 5], [{ "constant": { "value": 2 } }, 5]]
                      } } }
                    """,
                "Schedule.Concat([(Schedule.Constant(1), 5), (Schedule.Constant(2), 5)])",
                5,
                2
            },
            {
                """{ "lrmath": 1, "schedule": { "pyTorch.stepLR": { "baseRate": 0.5, "stepSize": 10, "gamma": 0.5 } } }""",
                "Schedule.Step(0.5, 0.5, 10)",
                20,
                0.125
            },
            {
                """
                    { "lrmath": 1, "schedule": { "pyTorch.chainedScheduler": { "baseRate": 0.5, "schedulers": [{ "pyTorch.stepLR": { "stepSize":
                      10, "gamma": 0.5 } }] } } }
                    """,
                "Schedule.Chain(Schedule.Step(1, 0.5, 10)).Scale(0.5)",
                10,
                0.25
            },
            {
                """
                    { "lrmath": 1, "schedule": { "paddle.cyclicLR": { "baseLearningRate": 0.5, "maxLearningRate": 1, "stepSizeUp": 4, "mode":
                      "triangular2" } } }
                    """,
                "Schedule.Cyclic(0.5, 1, 4, 4, amplitude: Schedule.Step(1, 0.5, 8))",
                4,
                1
            },
            {
                """
                    { "lrmath": 1, "schedule": { "optax.sgdrSchedule": { "cosineKwargs": [{ "initValue": 0, "peakValue": 1, "warmupSteps": 2,
                      "decaySteps": 10 }] } } }
                    """,
                "",
                2,
                1
            },
            {
                """
                    { "lrmath": 1, "schedule": { "interpolate": { "knots": [[0, 0], [1, 1], [2, 2]], "spline": "linearSpline.interpolateSorted"
                      } } }
                    """,
                "Schedule.Interpolate([(0, 0), (1, 1), (2, 2)], spline: LinearSpline.InterpolateSorted)",
                1,
                1
            },
        };

    /// <summary>A text for each builder, verb, shape and preset that there was.</summary>
    internal static string[] Lines { get; } = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "version-1.jsonl"));

    [Fact]
    public void Every_builder_verb_shape_and_preset_of_version_1_is_read_for_ever() =>
        Assert.All(
            Lines,
            text =>
            {
                Func<int, double> schedule = ScheduleJson.Read(text);
                Assert.All((int[])[0, 1, 100, int.MaxValue], step => Assert.True(double.IsFinite(schedule(step))));
            }
        );

    [Fact]
    public void A_name_beside_its_former_one_is_refused()
    {
        const string Both =
            """{ "lrmath": 1, "schedule": { "oneCycle": { "peak": 1, "steps": 9, "anneal": "linear", "shape": "cosine" } } }""";
        ScheduleJsonException refused = Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Read(Both));
        Assert.Equal("$.schedule.oneCycle.anneal", refused.Path);
        Assert.Equal("\"shape\" alone", refused.Legal);
    }

    [Fact]
    public void A_former_name_stands_for_one_that_there_is()
    {
        Assert.All(FormerNames.Builders, name => Assert.Contains(name.Value, JsonFamily.Schedules.Members.Keys));
        Assert.All(FormerNames.Builders, name => Assert.DoesNotContain(name.Key, JsonFamily.Schedules.Members.Keys));
        Assert.All(
            FormerNames.Arguments,
            name =>
            {
                IEnumerable<string> now = JsonFamily.Schedules.Members[name.Key.Builder].Single().Parameters.Select(one => one.Name);
                Assert.Contains(name.Value, now);
                Assert.DoesNotContain(name.Key.Argument, now);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_of_version_1_is_read_for_ever(string text, string described, int step, double value)
    {
        Func<int, double> schedule = ScheduleJson.Read(text);
        Assert.Equal(value, schedule(step));
        if (described.Length > 0)
        {
            Assert.Equal(described, schedule.Describe());
        }
    }

    [Fact]
    public void A_policy_and_a_shape_of_version_1_are_read_for_ever()
    {
        Assert.Equal(
            Plateau.PyTorch with
            {
                BaseRate = 0.1,
                Patience = 5,
                Mode = Mode.Max,
                PatienceRule = PatienceRule.Reaches,
            },
            ScheduleJson.ReadPolicy<Plateau>(
                """
                { "lrmath": 1, "policy": { "plateau.pyTorch":
                  { "baseRate": 0.1, "patience": 5, "mode": "max", "patienceRule": "reaches" } } }
                """
            )
        );
        Assert.Equal(Plateau.Keras, ScheduleJson.ReadPolicy<Plateau>("""{ "lrmath": 1, "policy": "plateau.keras" }"""));
        Assert.Equal(
            LrMath.Frameworks.Transformers.GreedyLR(0.1, patience: 5),
            ScheduleJson.ReadPolicy<Greedy>(
                """{ "lrmath": 1, "policy": { "transformers.greedyLR": { "baseRate": 0.1, "patience": 5 } } }"""
            )
        );
        Assert.Equal(
            Shapes.Tanh(-7, 3)(1, 0, 0.5),
            ScheduleJson.ReadShape("""{ "lrmath": 1, "shape": { "tanh": { "lower": -7, "upper": 3 } } }""")(1, 0, 0.5)
        );
    }
}
