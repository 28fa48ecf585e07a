using System.Text;
using LrMath.Training;
using Xunit;

namespace LrMath.Tests.Training;

public class ExperimentTests
{
    private static readonly Plan Tiny = new([1, 2, 4], [0.05, 0.2], TuningSeeds: 1, Seeds: 2, Target: 0.5);
    private static readonly ModelChoice Small = ModelChoice.PerceptronOf([8]) with { Batch = 16 };
    private static readonly Splits Data = Splits.Fixed(TinySplit());

    [Fact]
    public void The_same_seeds_give_the_same_report_on_one_thread_and_on_two()
    {
        using Scratch one = new(),
            two = new();
        Assert.Equal(0, CompareCommand.Run(Everyone(), one.Folder, 1, Scratch.Silent(), default));
        Assert.Equal(0, CompareCommand.Run(Everyone(), two.Folder, 2, Scratch.Silent(), default));
        Assert.Equal(Report(one), Report(two));
        Assert.Equal(
            ["accuracy.svg", "loss-1.svg", "loss-2.svg", "loss-4.svg", "rates.svg", "report.md", "results.csv", "runs.jsonl"],
            Names(one)
        );
        Assert.Equal(Contestants.All.Count * 3 * 4 + 1, File.ReadAllLines(one["runs.jsonl"]).Length);
    }

    [Fact]
    public void An_interrupted_comparison_leaves_a_readable_report_and_goes_on_where_it_stopped()
    {
        using Scratch whole = new(),
            halves = new();
        CompareCommand.Run(Everyone(), whole.Folder, 1, Scratch.Silent(), default);

        using var stop = new CancellationTokenSource();
        int built = 0;
        Comparison interrupted = Everyone() with
        {
            Contestants =
            [
                .. Contestants.All.Select(contestant =>
                    contestant with
                    {
                        Build = (rate, epochs, perEpoch) =>
                        {
                            // Building is how a run begins: each has one probe of its shape before the first run, then the fortieth run
                            // stops it.
                            if (Interlocked.Increment(ref built) == Contestants.All.Count + 40)
                            {
                                stop.Cancel();
                            }
                            return contestant.Build(rate, epochs, perEpoch);
                        },
                    }
                ),
            ],
        };
        Assert.Equal(130, CompareCommand.Run(interrupted, halves.Folder, 1, Scratch.Silent(), stop.Token));
        string partial = File.ReadAllText(halves["report.md"]);
        Assert.Contains("Partial", partial, StringComparison.Ordinal);
        Assert.DoesNotContain("What guides claim", partial, StringComparison.Ordinal);
        int kept = File.ReadAllLines(halves["runs.jsonl"]).Length - 1;
        Assert.InRange(kept, 20, 40);

        Assert.Equal(0, CompareCommand.Run(Everyone(), halves.Folder, 2, Scratch.Silent(), default));
        Assert.Equal(Report(whole), Report(halves));
        Assert.Equal(File.ReadAllLines(whole["runs.jsonl"]).Order(), File.ReadAllLines(halves["runs.jsonl"]).Order());
    }

    [Fact]
    public void A_finished_comparison_trains_nothing_again()
    {
        using var scratch = new Scratch();
        CompareCommand.Run(Everyone(), scratch.Folder, 2, Scratch.Silent(), default);
        byte[] runs = File.ReadAllBytes(scratch["runs.jsonl"]);
        CompareCommand.Run(Everyone(), scratch.Folder, 2, Scratch.Silent(), default);
        Assert.Equal(runs, File.ReadAllBytes(scratch["runs.jsonl"]));
    }

    [Fact]
    public void Rates_are_tuned_with_other_seeds_than_are_reported()
    {
        using var scratch = new Scratch();
        Comparison comparison = Everyone();
        CompareCommand.Run(comparison, scratch.Folder, 2, Scratch.Silent(), default);
        using var results = ResultsFile.Open(scratch["runs.jsonl"], comparison.Identity);
        Experiment experiment = comparison.Experiment;
        Assert.All(
            experiment.Arms,
            arm =>
                Assert.All(
                    experiment.Lengths,
                    epochs =>
                    {
                        IEnumerable<RunResult> tuning = arm.Rates.SelectMany(rate => experiment.TuningResults(arm, epochs, rate, results));
                        IReadOnlyList<RunResult> reported = experiment.ReportedResults(arm, epochs, results);
                        Assert.Equal((2, 2), (tuning.Count(), reported.Count));
                        Assert.Empty(tuning.Select(run => run.Key.Seed).Intersect(reported.Select(run => run.Key.Seed)));
                        // The rate with the best validation accuracy; the test images have no say.
                        double tuned = experiment.TunedRate(arm, epochs, results)!.Value;
                        Assert.All(reported, run => Assert.Equal(tuned, run.Key.Rate));
                        Assert.Equal(
                            tuning.Max(run => run.ValidationAccuracy[^1]),
                            tuning.Single(run => run.Key.Rate == tuned).ValidationAccuracy[^1]
                        );
                    }
                )
        );
        string report = File.ReadAllText(scratch["report.md"]);
        Assert.Contains("What guides claim", report, StringComparison.Ordinal);
        Assert.All(Contestants.All, contestant => Assert.Contains($"| {contestant.Name} |", report, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_for_a_narrow_console_keeps_what_fits()
    {
        var table = new Table(
            "t",
            ["a", "b", "c", "dddd"],
            [
                ["1", "22", "333", "4"],
            ]
        );
        Assert.Equal(["a", "b", "c", "dddd"], table.Within(23).Columns);
        Assert.Equal(["a", "b", "c"], table.Within(22).Columns);
        Assert.Equal(["1", "22", "333"], table.Within(5).Rows[0]);
        Assert.Equal("| a | b | c | dddd |\n| --- | ---: | ---: | ---: |\n| 1 | 22 | 333 | 4 |\n", table.ToMarkdown());
        Assert.Equal("a,b,c,dddd\n1,22,333,4\n", table.ToCsv());
        Assert.Equal("\"x,\"\"y\"\"\"\n", new Table("t", ["x,\"y\""], []).ToCsv());
    }

    [Fact]
    public void A_result_comes_back_from_its_file_as_it_was_written_and_a_torn_last_line_is_dropped()
    {
        using var scratch = new Scratch();
        string path = scratch["runs.jsonl"];
        var result = new RunResult(
            new RunKey("a", 2, 0.1, 1),
            false,
            1 / 3.0,
            [0.1, double.NaN],
            [Math.PI, double.PositiveInfinity],
            [0.5, 1]
        );
        using (var file = ResultsFile.Open(path, "test"))
        {
            file.Add(result);
        }

        byte[] whole = File.ReadAllBytes(path);
        for (int torn = 0; torn < whole.Length; torn += 7)
        {
            File.WriteAllBytes(path, [.. whole, .. whole[^20..^1]]);
            using (var file = ResultsFile.Open(path, "test"))
            {
                Assert.Equal(1, file.Count);
                Assert.Equivalent(result, file.Find(result.Key), strict: true);
            }
            Assert.Equal(whole, File.ReadAllBytes(path));

            File.WriteAllBytes(path, whole[..torn]);
            using (var file = ResultsFile.Open(path, "test"))
            {
                Assert.Equal(0, file.Count);
                file.Add(result);
            }
            Assert.Equal(whole, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void The_runs_of_another_experiment_and_damaged_lines_are_refused()
    {
        using var scratch = new Scratch();
        string path = scratch["runs.jsonl"];
        using (ResultsFile.Open(path, "one")) { }
        Assert.Contains(
            "another experiment (one)",
            Assert.Throws<BadDataException>(() => ResultsFile.Open(path, "two")).Message,
            StringComparison.Ordinal
        );
        File.AppendAllText(path, "{\"nonsense\": 1}\n{}\n");
        Assert.StartsWith(
            $"{path}, line 2:",
            Assert.Throws<BadDataException>(() => ResultsFile.Open(path, "one")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_identity_knows_data_network_optimizer_and_every_schedule()
    {
        Comparison comparison = Everyone();
        Contestant[] changed = [.. Contestants.All];
        changed[3] = Contestant.Of(
            changed[3].Name,
            (rate, epochs, perEpoch) => step => step == 70 ? 0 : Contestants.All[3].Build(rate, epochs, perEpoch).Rate(step)
        );
        string[] identities =
        [
            comparison.Identity,
            (comparison with { Model = ModelChoice.PerceptronOf([9]) with { Batch = 16 } }).Identity,
            (comparison with { Model = Small with { Batch = 9 } }).Identity,
            (comparison with { Optimizer = OptimizerChoice.All[1] }).Identity,
            (comparison with { Contestants = changed }).Identity,
            (comparison with { Data = Splits.Fixed(Data.For(1) with { Test = Data.For(1).Train }) }).Identity,
        ];
        Assert.Equal(identities.Length, identities.Distinct().Count());
        Assert.Equal(comparison.Identity, Everyone().Identity);
    }

    [Theory]
    [InlineData("throws", "Schedule 'throws' threw InvalidOperationException at step 7: no more")]
    [InlineData("not a number", "Schedule 'not a number' returned NaN at step 7; a finite number is needed.")]
    [InlineData("too large", "Schedule 'too large' returned 1E+300 at step 7; a finite number is needed.")]
    public void A_schedule_that_fails_in_training_is_named_with_its_step(string name, string message)
    {
        var bad = Contestant.Of(
            name,
            (rate, _, _) =>
                step =>
                    step < 7
                        ? rate
                        : name switch
                        {
                            "throws" => throw new InvalidOperationException("no more"),
                            "too large" => 1e300,
                            _ => double.NaN,
                        }
        );
        using var scratch = new Scratch();
        Comparison comparison = Everyone() with { Contestants = [Contestants.All[0], bad] };
        ScheduleFailedException error = Assert.Throws<ScheduleFailedException>(() =>
            CompareCommand.Run(comparison, scratch.Folder, 2, Scratch.Silent(), default)
        );
        Assert.Equal(message, error.Message);
        Assert.Equal(["runs.jsonl"], Names(scratch));
    }

    [Fact]
    public void A_schedule_that_refuses_its_length_is_named_with_it()
    {
        var bad = Contestant.Of("one-sided", (rate, epochs, _) => Schedule.Cosine(rate, 0, epochs - 5));
        using var scratch = new Scratch();
        ScheduleFailedException error = Assert.Throws<ScheduleFailedException>(() =>
            CompareCommand.Run(Everyone() with { Contestants = [bad] }, scratch.Folder, 1, Scratch.Silent(), default)
        );
        Assert.StartsWith(
            "Schedule 'one-sided' cannot be built for rate 0.05 and 1 epochs of 10 updates: ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rate_far_too_high_is_counted_as_diverged_and_not_chosen()
    {
        using var scratch = new Scratch();
        Comparison comparison = Everyone() with
        {
            Contestants = Contestants.All.Take(2).ToList(),
            Plan = Tiny with { Grid = [0.1, 1e6], Lengths = [4] },
        };
        CompareCommand.Run(comparison, scratch.Folder, 2, Scratch.Silent(), default);
        using var results = ResultsFile.Open(scratch["runs.jsonl"], comparison.Identity);
        Experiment experiment = comparison.Experiment;
        Assert.All(
            experiment.Arms,
            arm =>
            {
                Assert.Equal(0.1, experiment.TunedRate(arm, 4, results));
                Assert.All(experiment.TuningResults(arm, 4, 1e6, results), run => Assert.True(run.Diverged));
            }
        );
    }

    [Fact]
    public void Epochs_to_target_and_instability_read_the_curve()
    {
        // Losses on a falling line with a residual of +1, -1, -1, +1: what remains of 4 points after a line is √(4 / 2).
        double[] loss = [9, 9, 10 + 1, 8 - 1, 6 - 1, 4 + 1];
        var run = new RunResult(new RunKey("a", 6, 1, 1), false, 0.5, loss, loss, [0.1, 0.5, 0.4, 0.6, 0.6, 0.7]);
        Assert.Equal((2, 4, (int?)null), (run.EpochsTo(0.5), run.EpochsTo(0.55), run.EpochsTo(0.8)));
        Assert.Equal(Math.Sqrt(2), run.Instability!.Value, 1e-12);
        Assert.Null((run with { Diverged = true }).Instability);
    }

    [Fact]
    public void Intervals_are_those_of_the_t_distribution()
    {
        // t(0.975, 3) = 3.182446; the standard deviation of 1, 2, 3, 4 is 1.290994.
        var estimate = Estimate.Of([1, 2, 3, 4]);
        Assert.Equal(2.5, estimate.Mean);
        Assert.Equal(3.182446305 * 1.290994449 / 2, estimate.Half, 1e-8);
        Assert.True(double.IsNaN(Estimate.Of([1]).Half));
    }

    [Fact]
    public void Fine_tuning_freezes_and_unfreezes_by_schedules_alone()
    {
        Func<int, double> lr = FineTuning.From(10, Schedule.Cosine(1, 0, 20));
        Assert.All(Enumerable.Range(0, 10), step => Assert.Equal(0, lr(step)));
        Assert.Equal(Schedule.Cosine(1, 0, 20)(10), lr(10));

        using var scratch = new Scratch();
        var tuning = new FineTuning(Data, OptimizerChoice.All[0], Tiny with { Lengths = [2] }, ModelChoice.PerceptronOf([8, 8]), Shots: 3);
        Assert.Equal(0, FinetuneCommand.Run(tuning, scratch.Folder, 2, Scratch.Silent(), default));
        Assert.Contains(FineTuning.Unfreezing, File.ReadAllText(scratch["report.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_range_test_suggests_rates_that_train()
    {
        using var scratch = new Scratch();
        var finding = new RateFinding(Data, OptimizerChoice.All[0], Tiny, ModelChoice.PerceptronOf([16]));
        Assert.Equal(0, FindCommand.Run(finding, scratch.Folder, 2, Scratch.Silent(), default));
        string report = File.ReadAllText(scratch["report.md"]);
        Assert.Contains("valley", report, StringComparison.Ordinal);
        (double[] rates, double[] losses) = finding.RangeTest(1);
        Assert.Equal(rates.Length, losses.Length);
        Assert.Equal(rates.Order(), rates);
        Assert.Equal(rates.Length + 1, File.ReadAllLines(scratch["range-test.csv"]).Length);
    }

    [Theory]
    [InlineData("compare", "--data", "/nowhere")]
    [InlineData("finetune", "--data", "/nowhere")]
    [InlineData("find", "--data", "/nowhere")]
    [InlineData("compare", "--data", "/tmp", "--split", "3")]
    [InlineData("compare", "--seeds", "0")]
    [InlineData("compare", "--optimizer", "none")]
    [InlineData("compare", "--unheard-of")]
    public async Task Bad_input_is_exit_code_two_and_writes_nothing(params string[] args)
    {
        using var scratch = new Scratch();
        Assert.Equal(2, await TrainingCommand.Run([.. args, "--out", scratch["out"]], default));
        Assert.Empty(Names(scratch));
    }

    [Fact]
    public async Task The_command_runs_on_a_folder_of_idx_files()
    {
        using Scratch data = new(),
            result = new();
        DataTests.WriteIdx(data, "train", 40, zipped: true);
        DataTests.WriteIdx(data, "t10k", 10, zipped: true);
        Assert.Equal(
            0,
            await TrainingCommand.Run(["compare", "--quick", "--seeds", "2", "--data", data.Folder, "--out", result["out"]], default)
        );
        Assert.True(File.Exists(result["out/report.md"]));
    }

    private static Comparison Everyone() => new(Data, OptimizerChoice.All[0], Contestants.All, Tiny, Small);

    private static Split TinySplit()
    {
        Split digits = Splits.OfDigits().For(1);
        return new Split("few digits", First(digits.Train, 160), First(digits.Validation, 100), First(digits.Test, 60));

        static ImageSet First(ImageSet images, int count) => images.Take([.. Enumerable.Range(0, count)]);
    }

    private static IEnumerable<string> Names(Scratch scratch) =>
        Directory.GetFileSystemEntries(scratch.Folder).Select(path => Path.GetFileName(path)).Order();

    // All but the runs, whose order is that of their finishing.
    private static string Report(Scratch scratch)
    {
        var text = new StringBuilder();
        foreach (string name in Names(scratch).Where(name => name != "runs.jsonl"))
        {
            text.Append(name).Append('\n').Append(File.ReadAllText(scratch[name]));
        }

        return text.ToString();
    }
}
