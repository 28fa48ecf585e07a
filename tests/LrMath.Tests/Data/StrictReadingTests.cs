using LrMath.ClosedLoop;
using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>Whatever is not a schedule is refused with where it stands, what was found and what is legal.</summary>
public class StrictReadingTests
{
    public static TheoryData<string, string, string, string, string?> Mistakes =>
        new()
        {
            // Names and arguments.
            {
                """[{"constant":{"value":1}},{"warmup":{"warmpSteps":5}}]""",
                "$.schedule[1].warmup.warmpSteps",
                "the unknown name \"warmpSteps\"",
                "one of steps, from, shape",
                "steps"
            },
            {
                """{"cosin":{"start":1,"end":0,"steps":5}}""",
                "$.schedule.cosin",
                "the unknown name \"cosin\"",
                "the name of a builder",
                "cosine"
            },
            { """{"warmup":{"steps":5}}""", "$.schedule.warmup", "\"warmup\", which is a verb", "a builder; a list is", null },
            {
                """[{"constant":{"value":1}},{"cosine":{"start":1,"end":0,"steps":5}}]""",
                "$.schedule[1].cosine",
                "\"cosine\", which is a builder",
                "a verb; a list is",
                null
            },
            {
                """{"PyTorch.StepLR":{"baseRate":1,"stepSize":5}}""",
                "$.schedule['PyTorch.StepLR']",
                "the unknown name \"PyTorch.StepLR\"",
                "the name of a builder",
                "pyTorch.stepLR"
            },
            { "\"zzzz\"", "$.schedule", "the unknown name \"zzzz\"", "the name of a builder", null },
            {
                """{"cosine":{"start":1,"end":0}}""",
                "$.schedule.cosine",
                "only start, end",
                "that and \"steps\", which has no default",
                null
            },
            { """{"cosine":{}}""", "$.schedule.cosine", "no arguments", "that and \"start\", which has no default", null },
            {
                """{"cosine":{"start":1,"end":0,"steps":5,"start":2}}""",
                "$.schedule.cosine.start",
                "a second \"start\"",
                "each name once",
                null
            },
            {
                """{"constant":{"value":1},"scale":{"factor":2}}""",
                "$.schedule",
                "an object with 2 names: constant, scale",
                "verbs follow their builder in a list",
                null
            },
            { "{}", "$.schedule", "{}", "a builder", null },
            { "[]", "$.schedule", "a list of 0", "a builder and up to 64 verbs on it, in their order", null },
            {
                """{"path":{"knots":[[0,1],[1,2]],"shape":"linear","shapes":["linear"]}}""",
                "$.schedule.path",
                "the arguments knots, shape, shapes",
                "(knots, shape)",
                null
            },
            {
                """{"ramp":{"start":0,"end":1,"steps":3,"shape":"linaer"}}""",
                "$.schedule.ramp.shape",
                "the unknown name \"linaer\"",
                "one of ",
                "linear"
            },
            {
                """{"interpolate":{"knots":[[0,1],[1,2]],"spline":"cubicSpline.interpolateAkima"}}""",
                "$.schedule.interpolate.spline",
                "the unknown name",
                "",
                "cubicSpline.interpolateAkimaSorted"
            },
            // Types.
            { "1", "$.schedule", "1", "a builder", null },
            { "null", "$.schedule", "null", "a builder", null },
            { """{"constant":0.1}""", "$.schedule.constant", "0.1", "an object with the arguments by name", null },
            { """{"constant":{"value":"0.1"}}""", "$.schedule.constant.value", "\"0.1\"", "a number", null },
            { """{"constant":{"value":null}}""", "$.schedule.constant.value", "null", "a number", null },
            {
                """{"cosine":{"start":1,"end":0,"steps":5.5}}""",
                "$.schedule.cosine.steps",
                "5.5",
                "a whole number of at most 2147483647",
                null
            },
            {
                """{"cosine":{"start":1,"end":0,"steps":2147483648}}""",
                "$.schedule.cosine.steps",
                "2147483648",
                "a whole number of at most 2147483647",
                null
            },
            { """{"oneCycle":{"peak":1,"steps":9,"threePhase":1}}""", "$.schedule.oneCycle.threePhase", "1", "true or false", null },
            { """{"multiStep":{"initial":1,"gamma":0.5,"milestones":3}}""", "$.schedule.multiStep.milestones", "3", "a list", null },
            { """{"path":{"knots":[[0,1],[1,2,3]]}}""", "$.schedule.path.knots[1]", "a list of 3", "a list of two", null },
            {
                """{"constant":{"value":1e999}}""",
                "$.schedule.constant.value",
                "1e999",
                "a number that is not too large for 64 bits",
                null
            },
            // Ranges.
            { """{"cosine":{"start":1,"end":0,"steps":-5}}""", "$.schedule.cosine.steps", "-5", "a whole number, zero or more", null },
            {
                """{"exponential":{"start":1,"end":0,"steps":5}}""",
                "$.schedule.exponential.end",
                "0",
                "a number above zero where the other end is 1",
                null
            },
            {
                """{"multiStep":{"initial":1,"gamma":0.5,"milestones":[3,2]}}""",
                "$.schedule.multiStep.milestones",
                "milestones[1] is 2",
                "not before its predecessor, 3",
                null
            },
            {
                """{"piecewise":{"values":[1],"milestones":[3]}}""",
                "$.schedule.piecewise.values",
                "a list of 1",
                "values has 1 elements where 2 are needed",
                null
            },
            { """[{"constant":{"value":1}},{"clamp":{"low":2,"high":1}}]""", "$.schedule[1].clamp.high", "1", "2", null },
            { """{"chain":{"schedules":[]}}""", "$.schedule.chain.schedules", "a list of 0", "at least one element", null },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_schedule_is_found(string schedule, string path, string found, string legal, string? nearest)
    {
        ScheduleJsonException mistake = Refused(Document(schedule));
        Assert.Equal(path, mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
        Assert.Contains(legal, mistake.Legal, StringComparison.Ordinal);
        Assert.Equal(nearest, mistake.Nearest);
        Assert.StartsWith($"{path}: found {mistake.Found}; legal is {mistake.Legal}.", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$ (line 1, byte 1): found what is not: ")]
    [InlineData("Cosine(0.1, 0, 5)", "$ (line 1, byte 1): found what is not: 'C' is an invalid start of a value; legal is JSON.")]
    [InlineData("{ \"lrmath\": 1, \"schedule\": { \"constant\": { \"value\": 1 } } } {}", "$ (line 1, byte 61): found what is not: ")]
    [InlineData("{ \"lrmath\": 1,\n  \"schedule\": { \"constant\": { \"value\": 01 } } }", "$.schedule.constant.value (line 2, byte ")]
    [InlineData("{ \"lrmath\": 1, \"schedule\": { \"constant\": { \"value\": 1 } }, }", "$.schedule (line 1, byte ")]
    [InlineData("{ \"lrmath\": 1, /* why */ \"schedule\": 1 }", "$.lrmath (line 1, byte ")]
    [InlineData("{ \"lrmath\": 1, \"schedule\": \"\\ud800\" }", "$.schedule: found half of a surrogate pair; legal is text.")]
    [InlineData("[]", "$: found a list of 0; legal is { \"lrmath\": 1, \"schedule\": … }.")]
    [InlineData("{ \"schedule\": { \"constant\": { \"value\": 1 } } }", "$: found no \"lrmath\", the version of the format; ")]
    [InlineData("{ \"lrmath\": 2, \"schedule\": { \"constant\": { \"value\": 1 } } }", "$.lrmath: found 2; legal is 1, the version of")]
    [InlineData("{ \"lrmath\": 1 }", "$: found no \"schedule\"; ")]
    [InlineData("{ \"lrmath\": 1, \"shape\": \"linear\" }", "$.shape: found the unknown name \"shape\"; legal is one of")]
    public void What_is_no_text_of_ours_is_refused(string text, string message) =>
        Assert.StartsWith(message, Refused(text).Message, StringComparison.Ordinal);

    [Fact]
    public void A_refusal_is_one_line_whatever_the_text_holds()
    {
        string text = """{"lrmath":1,"schedule":[{"a\r\nerror: b":1}]}""";
        ScheduleJsonException refused = Refused(text);
        Assert.Contains("the unknown name \"a\\u000D\\u000Aerror: b\"", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, char.IsControl);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text() =>
        Assert.Equal("$: found half of a surrogate pair; legal is text.", Refused(Document($"\"{(char)0xd800}\"")).Message);

    [Fact]
    public void A_settings_mistake_in_a_policy_is_found()
    {
        static ScheduleJsonException In(string policy) =>
            Assert.Throws<ScheduleJsonException>(() => ScheduleJson.ReadPolicy<Plateau>($"{{ \"lrmath\": 1, \"policy\": {policy} }}"));

        Assert.Equal("patience", In("""{ "plateau.pyTorch": { "patienc": 3 } }""").Nearest);
        ScheduleJsonException range = In("""{ "plateau": { "factor": 2 } }""");
        Assert.Equal("$.policy.plateau.factor", range.Path);
        Assert.Equal("a number from 0 to below 1", range.Legal);
        Assert.Equal("one of min, max", In("""{ "plateau": { "mode": "least" } }""").Legal);
    }

    [Fact]
    public void A_text_beyond_the_limits_is_refused_without_the_memory_it_asks_for()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 65)) + string.Concat(Enumerable.Repeat("]", 65));
        Assert.Contains("more than 64 objects and lists within one another", Refused(deep).Found, StringComparison.Ordinal);
        Assert.Contains("more than 64", Refused(new string('[', 500_000)).Found, StringComparison.Ordinal);
        string numbers = string.Join(",", Enumerable.Range(0, 10_001));
        Assert.Contains("more than 10000 elements", Refused($"{{\"lrmath\":1,\"schedule\":[{numbers}]}}").Found, StringComparison.Ordinal);
        string list = $"[{string.Join(",", Enumerable.Range(0, 9_000))}]";
        string lists = $"[{string.Join(",", Enumerable.Repeat(list, 12))}]";
        Assert.Contains("more than 100000 values", Refused(lists).Found, StringComparison.Ordinal);
        Assert.Contains("at most 1048576 bytes", Refused(new string(' ', 1_100_000)).Legal, StringComparison.Ordinal);
        Assert.Contains("at most 1048576 bytes", Refused(new string('ä', 600_000)).Legal, StringComparison.Ordinal);
        string verbs = string.Join(",", Enumerable.Repeat("""{"scale":{"factor":1}}""", 65));
        Assert.Contains("a list of 66", Refused(Document($"[{{\"constant\":{{\"value\":1}}}},{verbs}]")).Found, StringComparison.Ordinal);

        // A million positions each; the memory is what one schedule takes, not what a thousand take.
        string hungry = """{"cosineRestarts":{"peak":1,"floor":0,"period":2200,"periodFactor":1.0000001}}""";
        long before = GC.GetAllocatedBytesForCurrentThread();
        string thousand = string.Join(",", Enumerable.Repeat(hungry, 1_000));
        ScheduleJsonException memory = Refused(Document($"{{\"chain\":{{\"schedules\":[{thousand}]}}}}"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 << 20);
        Assert.Equal("one that takes more memory", memory.Found);
    }

    [Fact]
    public void What_is_legal_up_to_the_limits_is_read()
    {
        string verbs = string.Join(",", Enumerable.Repeat("""{"scale":{"factor":1}}""", 64));
        Assert.Equal(1, ScheduleJson.Read(Document($"[{{\"constant\":{{\"value\":1}}}},{verbs}]"))(3));
        string values = string.Join(",", Enumerable.Range(0, 10_000));
        string milestones = string.Join(",", Enumerable.Range(1, 9_999));
        Func<int, double> steps = ScheduleJson.Read(Document($"{{\"piecewise\":{{\"values\":[{values}],\"milestones\":[{milestones}]}}}}"));
        Assert.Equal(9_999, steps(int.MaxValue));
        Assert.Equal(steps.Describe(), ScheduleJson.Read(ScheduleJson.Write(steps)).Describe());
    }

    [Fact]
    public void What_could_not_be_read_is_not_written()
    {
        Func<int, double> chain = Schedule.Constant(1);
        Func<int, double> nest = Schedule.Constant(1);
        for (int i = 0; i < 65; i++)
        {
            chain = chain.Offset(1);
            nest = Schedule.Constant(1).Plus(nest);
        }

        Assert.Contains("65 verbs", Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(chain)).Found, StringComparison.Ordinal);
        ScheduleJsonException deep = Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(nest));
        Assert.Contains("more than 64", deep.Found, StringComparison.Ordinal);
        Func<int, double> product = LrMath.Frameworks.PyTorch.MultiplicativeLR(1, Schedule.Constant(0.5));
        Assert.Equal("PyTorch.MultiplicativeLR", Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(product)).Found);
    }

    private static string Document(string schedule) => $"{{ \"lrmath\": 1, \"schedule\": {schedule} }}";

    private static ScheduleJsonException Refused(string text) => Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Read(text));
}
