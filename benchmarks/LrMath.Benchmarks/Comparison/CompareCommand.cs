using System.CommandLine;
using LrMath.Benchmarks.Comparison.Rows;

namespace LrMath.Benchmarks.Comparison;

/// <summary><c>compare</c>: one run of our ranges and steps, <c>Span.Fill</c>, loops by hand, NumPy and PyTorch, and the goals of the
/// project beside the figures.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "A smoke test within 30 s: everything runs, no figure is judged." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a goal is missed, and name it." };
        var rounds = new Option<int>("--rounds") { Description = "How often each cost is sampled.", DefaultValueFactory = _ => 15 };
        var python = new Option<string>("--python")
        {
            Description = "The Python that has numpy and torch (Debian: apt-get install python3-numpy python3-torch).",
            DefaultValueFactory = _ => "/usr/bin/python3",
        };
        Option<FileInfo?> markdown = Page("--markdown", "Write all tables between the marks of this page as Markdown.");
        Option<FileInfo?> readme = Page(
            "--readme",
            "Put the overview and the goals into this page, between <!-- performance:begin --> and <!-- performance:end -->."
        );

        var command = new Command(
            "compare",
            "Measure ours, Span.Fill, loops by hand, NumPy and PyTorch in one run, and print the ratios beside their goals."
        )
        {
            quick,
            check,
            rounds,
            python,
            markdown,
            readme,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(quick) && (result.GetValue(check) || result.GetResult(readme) is not null))
            {
                result.AddError("--quick measures too little for --check and --readme.");
            }
        });
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds has to be 1 or more.");
            }
        });
        command.SetAction(parsed =>
        {
            bool isQuick = parsed.GetValue(quick);
            (string header, IReadOnlyList<RowGroup> groups) = isQuick
                ? Run(Sizes.Quick, 2, TimeSpan.FromSeconds(4), parsed.GetValue(python)!, TimeSpan.FromSeconds(8))
                : Run(Sizes.Full, parsed.GetValue(rounds), TimeSpan.FromSeconds(120), parsed.GetValue(python)!, TimeSpan.FromSeconds(60));

            groups = isQuick ? [.. groups.Select(group => group.Unjudged())] : groups;
            Table overview = Overview.Table(groups, Sizes.Full.InCache);
            Table[] all = [.. groups.Select(group => group.Table()), overview, Summary.Table(groups)];
            string details = $"{header} 'of fastest' is the same figure from the fastest samples.";
            ConsoleReport.Write(details, all);
            if (parsed.GetValue(markdown) is { } file)
            {
                MarkdownReport.Replace(file.FullName, MarkdownReport.Text(details, all));
            }

            if (parsed.GetValue(readme) is { } page)
            {
                MarkdownReport.Replace(page.FullName, MarkdownReport.Text(header, [Overview.OneOfEachKind(overview)]));
            }

            return isQuick ? 0 : Judge(groups, parsed.GetValue(check));
        });
        return command;
    }

    // Refused before minutes of measuring, and not after them.
    private static Option<FileInfo?> Page(string name, string description)
    {
        var option = new Option<FileInfo?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } page && MarkdownReport.Missing(page.FullName) is { } missing)
            {
                result.AddError($"{name}: {missing}");
            }
        });
        return option;
    }

    private static (string Header, IReadOnlyList<RowGroup> Groups) Run(
        Sizes sizes,
        int rounds,
        TimeSpan warmUp,
        string python,
        TimeSpan patience
    )
    {
        Task<Peer> starting = Task.Run(() => Peer.Start("PyTorch", python, "torch_steps.py", patience));
        using var numpy = Peer.Start("NumPy", python, "numpy_ranges.py", patience);
        using Peer torch = starting.GetAwaiter().GetResult();

        foreach (Peer missing in new[] { numpy, torch }.Where(peer => peer.IsMissing))
        {
            Console.Error.WriteLine($"{missing.Label}; its rows are left out");
        }

        var race = new Race();
        var inCache = new Buffers(sizes.InCache);
        var outOfCache = new Buffers(sizes.OutOfCache);
        RangeRows.Add(race, inCache, isInCache: true);
        RangeRows.Add(race, outOfCache, isInCache: false);
        CompositionRows.Add(race, inCache);
        NumPyRows.Add(race, numpy, inCache, isInCache: true);
        NumPyRows.Add(race, numpy, outOfCache, isInCache: false);
        TorchRows.Add(race, torch, inCache);
        StepRows.Add(race, sizes.InCache);
        FloatRows.Add(race, inCache);
        FloatRows.Add(race, outOfCache);
        FlatnessRows.Add(race, inCache);
        LambdaRows.Add(race, inCache);
        OwnStepRows.Add(race, inCache);
        BuildRows.Add(race, sizes.InCache);
        AllocationRows.Add(race, inCache);
        IReadOnlyList<RowGroup> groups = race.Run(rounds, warmUp, Console.Error.WriteLine);

        // Hundreds of megabytes that nothing else should be measured beside.
        var parallel = new Race();
        ParallelRows.Add(parallel, new double[sizes.Parallel]);
        groups = [.. groups, .. parallel.Run(Math.Min(rounds, 7), warmUp, Console.Error.WriteLine)];

        string header =
            $"{Machine.Describe()}. {numpy.Label}. {torch.Label}. "
            + $"Medians of {rounds} interleaved rounds, quartiles in brackets."
            + (numpy.IsMissing ? "" : " NumPy's ranges include the allocation of their array, which is what the expression does.");
        return (header, groups);
    }

    private static int Judge(IReadOnlyList<RowGroup> groups, bool isStrict)
    {
        int judged = groups.Sum(group => group.Rows.Count(row => row.Goal.IsJudged));
        int missed = 0;
        foreach (RowGroup group in groups)
        {
            foreach (Row row in group.Rows.Where(row => row.IsMissed))
            {
                missed++;
                Console.Error.WriteLine(
                    $"missed: {group.Title}: {row.What}: {Numbers.Text(row.Figure, row.Goal.Unit)}, {row.Goal.Text} wanted"
                );
            }
        }

        int atLimit = groups.Sum(group => group.Rows.Count(row => row.IsAtLimit));
        Console.Error.WriteLine(
            $"{judged - missed - atLimit} of {judged} goals reached, {atLimit} at the machine's limit, {missed} missed"
        );
        return isStrict && missed > 0 ? 1 : 0;
    }
}
