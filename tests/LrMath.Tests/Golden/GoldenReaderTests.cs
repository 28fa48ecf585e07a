using Xunit;

namespace LrMath.Tests.Golden;

/// <summary>The reader itself: whatever it does not know or cannot compare is a failure that says where.</summary>
public class GoldenReaderTests
{
    private const string Good =
        """{"id":"toy/line/1","framework":"toy","version":"1","name":"line","base_lr":2,"args":{"slope":0.5},"steps":[0,1,4],"lr":[2,2.5,4],"momentum":null}""";

    [Fact]
    public void A_record_that_agrees_passes_and_every_value_is_counted()
    {
        Verdict verdict = Check(Good);

        Assert.True(verdict.Passed, verdict.ToString());
        Assert.Equal(3, verdict.Values);
    }

    [Fact]
    public void An_unknown_framework_fails() =>
        Fails(Good.Replace("\"framework\":\"toy\"", "\"framework\":\"game\""), "toy/line/1", "framework game");

    [Fact]
    public void An_unknown_name_fails() => Fails(Good.Replace("\"name\":\"line\"", "\"name\":\"spline\""), "toy/line/1", "spline");

    [Fact]
    public void A_wrong_number_fails_and_names_the_record_the_step_and_both_values() =>
        Fails(Good.Replace("[2,2.5,4]", "[2,2.5000001,4]"), "toy/line/1", "lr at step 1", "2.5,", "2.5000001");

    [Fact]
    public void An_argument_that_no_mapping_reads_fails() => Fails(Good.Replace("0.5}", "0.5,\"offset\":0}"), "args.offset");

    [Fact]
    public void An_argument_that_is_missing_fails() => Fails(Good.Replace("\"slope\":0.5", ""), "args.slope");

    [Fact]
    public void An_unknown_argument_of_a_member_fails() =>
        Fails(
            """{"id":"toy/twice/1","framework":"toy","name":"twice","base_lr":2,"args":{"of":{"name":"line","args":{"slope":1,"bend":0}}},"steps":[0],"lr":[4]}""",
            "args.of.args.bend"
        );

    [Fact]
    public void A_member_is_built_by_the_same_mapping() =>
        Passes(
            """{"id":"toy/twice/1","framework":"toy","name":"twice","base_lr":2,"args":{"of":{"name":"line","args":{"slope":1}}},"steps":[0,3],"lr":[4,10]}"""
        );

    [Fact]
    public void A_quantity_without_an_answer_fails() => Fails(Good.Replace("\"momentum\":null", "\"momentum\":[0,0,0]"), "momentum");

    [Fact]
    public void A_field_that_nobody_has_thought_of_fails() =>
        Fails(Good.Replace("\"momentum\"", "\"epsilon\":1e-8,\"momentum\""), "epsilon");

    [Fact]
    public void A_quantity_with_too_few_values_fails() => Fails(Good.Replace("[2,2.5,4]", "[2,2.5]"), "2 values at 3 steps");

    [Fact]
    public void A_rounding_step_is_skipped_and_no_other()
    {
        string wrong = Good.Replace("[2,2.5,4]", "[2,7,8]");

        Verdict verdict = Check(wrong.Replace("\"momentum\"", "\"rounding\":[1],\"momentum\""));

        Assert.Equal(2, verdict.Values);
        Assert.Contains("lr at step 4", Assert.Single(verdict.Failures), StringComparison.Ordinal);
        Passes(Good.Replace("[2,2.5,4]", "[2,7,4]").Replace("\"momentum\"", "\"rounding\":[1],\"momentum\""));
    }

    [Fact]
    public void The_tolerance_is_a_billionth_and_a_record_may_bring_its_own()
    {
        string off = Good.Replace("[2,2.5,4]", "[2,2.51,4]");

        Passes(Good.Replace("[2,2.5,4]", "[2,2.500000002,4]"));
        Fails(Good.Replace("[2,2.5,4]", "[2,2.500000003,4]"), "step 1");
        Passes(off.Replace("\"momentum\"", "\"tolerance\":{\"abs\":0.01,\"rel\":0},\"momentum\""));
        Passes(off.Replace("\"momentum\"", "\"tolerance\":{\"abs\":0,\"rel\":0.004},\"momentum\""));
        Fails(off.Replace("\"momentum\"", "\"tolerance\":{\"abs\":0.005,\"rel\":0.0001},\"momentum\""), "step 1");
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("null")]
    public void A_value_that_is_not_a_number_agrees_with_no_number(string value) =>
        Fails(Good.Replace("2.5,4", $"{value},4"), "lr at step 1", "2.5");

    [Fact]
    public void Our_own_NaN_agrees_with_no_number() =>
        Fails("""{"id":"toy/nan/1","framework":"toy","name":"nan","args":{},"steps":[0],"lr":[1]}""", "toy/nan/1", "lr at step 0", "NaN");

    [Fact]
    public void A_mapping_that_throws_is_a_failure_of_its_record() =>
        Fails("""{"id":"toy/throw/1","framework":"toy","name":"throw","args":{},"steps":[0],"lr":[1]}""", "toy/throw/1", "not legal");

    [Fact]
    public void A_closed_loop_is_read_after_the_metric_of_each_step()
    {
        const string loop =
            """{"id":"toy/loop/1","framework":"toy","name":"loop","base_lr":1,"args":{},"steps":[0,2],"metrics":[1,2,3],"lr":[2,4],"initial":1}""";

        Passes(loop);
        Fails(loop.Replace("[2,4]", "[2,3]"), "lr at step 2");
        Fails(loop.Replace("\"initial\":1", "\"initial\":2"), "initial", "ours 1", "theirs 2");
    }

    [Fact]
    public void Every_form_of_what_is_read_off_a_curve_is_compared()
    {
        const string curve =
            """{"id":"toy/curve/1","framework":"toy","name":"curve","args":{},"steps":[0],"lrs":[1,2],"losses":[5,4],"lr":[2],"index":1,"point":[2,4],"stopped":null,"suggestions":{"low":2}}""";

        Passes(curve);
        Fails(curve.Replace("\"index\":1", "\"index\":0"), "index");
        Fails(curve.Replace("\"point\":[2,4]", "\"point\":[2,5]"), "point[1]");
        Fails(curve.Replace("\"point\":[2,4]", "\"point\":[2]"), "point[1]", "theirs none");
        Fails(curve.Replace("\"stopped\":null", "\"stopped\":7"), "stopped", "theirs 7");
        Fails(curve.Replace("{\"low\":2}", "{\"low\":3}"), "suggestions.low");
        Fails(curve.Replace("{\"low\":2}", "{\"low\":2,\"high\":3}"), "suggestions.high", "ours none");
    }

    [Fact]
    public void A_listed_record_must_really_differ()
    {
        Judge judge = new([Toy()], [new Defect("toy/line/*", "its line is bent", r => r.BaseRate == 2)]);

        Assert.Contains("agrees", Assert.Single(judge.Check(GoldenRecord.Parse(Good)).Failures), StringComparison.Ordinal);
        Assert.True(judge.Check(GoldenRecord.Parse(Good.Replace("[2,2.5,4]", "[2,2.5,5]"))).Passed);
        Assert.False(judge.Check(GoldenRecord.Parse(Good.Replace("\"slope\"", "\"slant\""))).Passed);
        Assert.Null(judge.Check(GoldenRecord.Parse(Good.Replace("\"base_lr\":2", "\"base_lr\":3"))).Defect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"id":"a","framework":"toy","name":"line","args":{},"steps":[0]}""")]
    [InlineData("""{"id":"a","framework":"toy","name":"line","steps":[0],"lr":[1]}""")]
    public void A_line_that_is_not_a_record_fails(string line) => Assert.Throws<GoldenException>(() => GoldenRecord.Parse(line));

    [Fact]
    public void A_folder_without_records_fails()
    {
        string folder = Directory.CreateTempSubdirectory("lrmath-golden-").FullName;
        try
        {
            Assert.Throws<GoldenException>(() => GoldenFolder.Open(Path.Combine(folder, "nowhere")));
            Assert.Throws<GoldenException>(() => GoldenFolder.Open(folder));

            string file = Path.Combine(folder, "toy.jsonl");
            File.WriteAllText(file, "\n");
            Assert.Throws<GoldenException>(() => GoldenFolder.Open(folder));

            File.WriteAllText(file, $"{Good}\n{Good}\n");
            Assert.Contains(
                "toy/line/1",
                Assert.Throws<GoldenException>(() => GoldenFolder.Open(folder)).Message,
                StringComparison.Ordinal
            );

            File.WriteAllText(file, $"{Good}\n");
            Assert.Equal("toy/line/1", Assert.Single(GoldenFolder.Open(folder).Records).Id);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void No_framework_is_mapped_twice() => Assert.Distinct(RecordMap.All.Select(m => m.Framework));

    private static RecordMap Toy()
    {
        var toy = new RecordMap("toy");
        toy.Rate("line", (a, lr) => Line(a.Number("slope"), lr));
        toy.Rate("twice", (a, lr) => Twice(toy.Build(a.Member("of"), lr)));
        toy.Rate("nan", _ => (Func<int, double>)(_ => double.NaN));
        toy.Rate("throw", _ => throw new ArgumentException("not legal"));
        toy.Loop("loop", (_, lr, metrics) => ((Answer)metrics.Select(m => m + lr).ToArray()).With("initial", lr));
        toy.Curve(
            "curve",
            (_, curve) =>
                ((Answer)curve.Rates[1..])
                    .With("index", 1)
                    .With("stopped", (double?)null)
                    .With("point", [curve.Rates[1], curve.Losses[1]])
                    .With("suggestions", new Dictionary<string, double> { ["low"] = 2 })
        );
        return toy;

        static Func<int, double> Line(double slope, double start) => step => start + slope * step;

        static Func<int, double> Twice(Func<int, double> inner) => step => 2 * inner(step);
    }

    private static Verdict Check(string line) => new Judge([Toy()], []).Check(GoldenRecord.Parse(line));

    private static void Passes(string line)
    {
        Verdict verdict = Check(line);
        Assert.True(verdict.Passed, verdict.ToString());
    }

    private static void Fails(string line, params string[] expected)
    {
        Verdict verdict = Check(line);
        Assert.False(verdict.Passed);
        Assert.All(expected, text => Assert.Contains(text, verdict.ToString(), StringComparison.Ordinal));
    }
}
