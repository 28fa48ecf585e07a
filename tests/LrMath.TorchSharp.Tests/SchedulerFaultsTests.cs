using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using LrMath.Tests.Golden;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace LrMath.TorchSharp.Tests;

/// <summary>TorchSharp's schedulers and LrMath's, on real optimizers, beside what PyTorch printed.</summary>
public class SchedulerFaultsTests
{
    private const string Begin = "<!-- measured by SchedulerFaultsTests -->\n";
    private const string End = "<!-- end -->\n";

    private static readonly GoldenRecord[] Records =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "torch.jsonl")).Select(GoldenRecord.Parse),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ours_agree_with_PyTorch_in_every_record_with_any_number_of_groups(int groups) =>
        Assert.All(Records, record => Assert.Equal(0, SideBySide.Ours(record.Afresh(), groups)));

    [Fact]
    public void LambdaLR_with_a_schedule_of_ours_agrees_with_PyTorch_in_every_record() =>
        Assert.All(
            Records.Where(record => record.Name != "ReduceLROnPlateau"),
            record => Assert.Equal(0, SideBySide.Lambda(record.Afresh()))
        );

    [Fact]
    public void The_table_of_the_page_is_what_is_measured()
    {
        string page = Beside("../../docs/torchsharp.md");
        string text = File.ReadAllText(page);
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = text.IndexOf(End, from, StringComparison.Ordinal);
        string measured = Table();
        if (text[from..to] != measured)
        {
            File.WriteAllText(Beside("../../docs/torchsharp.received.md"), text[..from] + measured + text[to..]);
            Assert.Fail($"The table of {page} is not what is measured; torchsharp.received.md has what is:\n{measured}");
        }
    }

    [Fact]
    public void The_momentum_of_CyclicLR_rises_with_the_rate_and_passes_its_maximum()
    {
        using Linear model = nn.Linear(1, 1);
        using SGD optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
        LRScheduler scheduler = CyclicLR(optimizer, 0.01, 0.1, step_size_up: 4, base_momentum: 0.8, max_momentum: 0.9);
        double start = optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single().Momentum;
        for (int step = 0; step < 4; step++)
        {
            scheduler.step();
        }
        double atPeak = optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single().Momentum;
        Assert.Equal((0.9, 1.0), (start, Math.Round(atPeak, 12)));
    }

    [Fact]
    public void A_factor_of_zero_gives_rates_that_are_no_numbers()
    {
        Assert.True(double.IsNaN(After(optimizer => LinearLR(optimizer, start_factor: 0, end_factor: 1, total_iters: 4), 2)));
        Assert.True(double.IsNaN(After(optimizer => ConstantLR(optimizer, factor: 0, total_iters: 4), 4)));
        Assert.Equal(0.05, Schedule.Linear(0, 0.1, 4)(2));

        static double After(Func<optim.Optimizer, LRScheduler> make, int steps)
        {
            using Linear model = nn.Linear(1, 1);
            using SGD optimizer = optim.SGD(model.parameters(), 0.1);
            LRScheduler scheduler = make(optimizer);
            for (int step = 0; step < steps; step++)
            {
                scheduler.step();
            }
            return optimizer.ParamGroups.Single().LearningRate;
        }
    }

    [Fact]
    public void A_rate_that_is_set_once_stays_in_what_TorchSharp_computes_from_it()
    {
        using Linear model = nn.Linear(1, 1);
        using SGD optimizer = optim.SGD(model.parameters(), 1);
        LRScheduler scheduler = CosineAnnealingLR(optimizer, 10);
        for (int step = 0; step < 10; step++)
        {
            scheduler.step();
        }
        optimizer.ParamGroups.Single().LearningRate = 0.05;
        for (int step = 0; step < 10; step++)
        {
            scheduler.step();
        }
        Assert.Equal(3.04, optimizer.ParamGroups.Single().LearningRate, 0.01);
    }

    [Fact]
    public void Warm_restarts_and_the_averaging_schedule_are_missing_and_no_scheduler_can_be_saved()
    {
        Type[] types = [.. typeof(LRScheduler).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LRScheduler)))];
        Assert.Equal(14, types.Length);
        Assert.All(TorchSharpScheduler.Missing, name => Assert.DoesNotContain(types, type => type.Name == name));
        Assert.All(
            types.Append(typeof(LRScheduler)),
            type => Assert.DoesNotContain(type.GetMethods(), method => method.Name.Contains("state_dict", StringComparison.Ordinal))
        );
    }

    private static string Table()
    {
        StringBuilder text = new();
        text.Append(
            "| scheduler | records | TorchSharp agrees: one group | two groups | three groups "
                + "| largest deviation, times the largest value |\n"
        );
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (IGrouping<string, GoldenRecord> group in Records.GroupBy(record => record.Name))
        {
            GoldenRecord[] there = [.. group.Where(record => !TorchSharpScheduler.IsMissing(record.Afresh()))];
            double[][] worst = [.. Enumerable.Range(1, 3).Select(groups => there.Select(record => Theirs(record, groups)).ToArray())];
            string records = there.Length == group.Count() ? $"{group.Count()}" : $"{there.Length} of {group.Count()}, others missing";
            text.Append(
                there.Length == 0
                    ? $"| `{group.Key}` | {group.Count()} | missing | missing | missing | – |\n"
                    : $"| `{group.Key}` | {records} | {string.Join(" | ", worst.Select(one => one.Count(error => error == 0)))} "
                        + $"| {Size(worst.SelectMany(one => one).Max())} |\n"
            );
        }
        return text.ToString();
    }

    private static double Theirs(GoldenRecord record, int groups) => SideBySide.Theirs(record.Afresh(), groups);

    private static string Size(double deviation) =>
        deviation == 0 ? "–"
        : double.IsInfinity(deviation) ? "no number"
        : deviation.ToString(deviation < 100 ? "G2" : "N0", CultureInfo.InvariantCulture);

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
