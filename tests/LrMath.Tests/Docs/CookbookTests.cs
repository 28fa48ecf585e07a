using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LrMath.Analysis;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Frameworks;
using LrMath.Tests.Golden;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace LrMath.Tests.Docs;

/// <summary>The tables that lead from another library to this one: each row compiles, runs and gives the numbers of the golden
/// mapping.</summary>
public partial class CookbookTests
{
    private const int Steps = 251;

    // What the rows that read a range test see.
    private const string Log = """
        double[] rates = Schedule.Exponential(1e-4, 1, 99).Evaluate(0..100);
        double[] losses = rates.Select(rate => 2.3 - (2 * rate / (rate + 0.01)) + (rate * rate)).ToArray();
        """;

    private static readonly double[] Rates = Schedule.Exponential(1e-4, 1, 99).Evaluate(0..100);
    private static readonly double[] Losses = [.. Rates.Select(rate => 2.3 - (2 * rate / (rate + 0.01)) + (rate * rate))];
    private static readonly double[] Metrics = [.. Enumerable.Range(0, 120).Select(k => k % 40 < 10 ? 1.0 / (1 + k) : 1)];

    private static string[][] Cookbook { get; } = Rows("docs/cookbook.md", "Cookbook: coming from another library");

    private static string[][] Shown { get; } = Rows("docs/coming-from.md", "Coming from another library");

    private static string[][] Torch { get; } = Rows("docs/coming-from.md", "Coming from PyTorch");

    [Fact]
    public async Task Every_row_of_the_cookbook_gives_the_numbers_of_the_Golden_mapping()
    {
        object[] ours = await Run([.. Cookbook.Select(row => row[2])]);

        Assert.Empty(Cookbook.Zip(ours, Complaint).OfType<string>());
    }

    [Fact]
    public void The_rows_that_the_guide_shows_are_the_cookbooks()
    {
        HashSet<string> all = [.. Cookbook.Select(row => string.Join('|', row))];

        Assert.InRange(Shown.Length, 10, 20);
        Assert.All(Shown, row => Assert.Contains(string.Join('|', row), all));
    }

    [Fact]
    public void Every_schedule_of_the_Golden_files_has_a_row()
    {
        // The closed forms are no library (their names are the builders'), and the texts that libraries save are read, not written.
        IEnumerable<string> recorded = GoldenFolder
            .Open(GoldenFolder.OwnPath)
            .Records.Where(record => record.Framework is not ("exact" or "interop"))
            .Select(record => $"{record.Framework} {record.Name}")
            .Distinct();
        IEnumerable<string> listed = Cookbook.Select(row => $"{row[0]} {Call(row).Name}").Distinct();

        Assert.Equal(recorded.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_scheduler_of_PyTorch_is_shown_with_what_it_is_lowered_onto()
    {
        object[] named = await Run([.. Torch.Select(row => row[1])]);

        Assert.Equal(Torch.Select(row => row[2]), named.Select(each => Schedules(each).Describe()));
        Assert.Empty(PyTorchTests.Lowerings.Select(row => (string)row[0]).Except(Torch.Select(row => row[2])));
    }

    [Theory]
    [InlineData("torch", "StepLR(step_size=30, gamma=0.5)", "Schedule.Step(0.1, 0.5, 31)")]
    [InlineData("torch", "StepLR(step_size=30, gamma=0.5)", "Schedule.Step(0.1, 0.50000001, 30)")]
    [InlineData(
        "torch",
        "ReduceLROnPlateau(factor=0.5, patience=3)",
        "Schedule.Constant(0.1).Under(Plateau.PyTorch with { BaseRate = 0.1, Factor = 0.5, Patience = 4 })"
    )]
    [InlineData("fastai", "suggest_valley()", "FastaiFinder.Minimum(rates, losses)")]
    [InlineData("timm", "layer_decay(num_layers=12, layer_decay=0.75)", "Schedule.Constant(1).LayerDecay(12, decay: 0.7)")]
    public async Task A_wrong_row_is_found(string library, string call, string expression)
    {
        string[] row = [library, call, expression];

        Assert.NotNull(Complaint(row, Assert.Single(await Run([expression]))));
    }

    private static string? Complaint(string[] row, object ours)
    {
        LibraryCall call = Call(row);
        Answer answer = Theirs(row[0], call);
        object? theirs = answer.TryGet(call.Quantity, out object? quantity)
            ? quantity
            : throw new FormatException($"{row[1]} has no {call.Quantity}");
        (double[] expected, double[] actual) = (ours, theirs) switch
        {
            (Suggestion suggestion, IReadOnlyList<double> rate) => ([.. rate], [suggestion.Rate]),
            (RangeTestRun run, Func<int, double> rates) => (Values(rates, run.Rates.Count), [.. run.Rates]),
            (FeedbackLoop<PlateauState> loop, Func<int, double> rates) => (Values(rates, Metrics.Length), After(loop)),
            (FeedbackLoop<IgnoringFirstState<PlateauState>> loop, Func<int, double> rates) => (Values(rates, Metrics.Length), After(loop)),
            (FeedbackLoop<GreedyState> loop, Func<int, double> rates) => (Values(rates, Metrics.Length), After(loop)),
            (IReadOnlyList<Func<int, double>> layers, Func<int, double> scales) => (
                Values(scales, layers.Count),
                [.. layers.Select(layer => layer(0))]
            ),
            (_, Func<int, double> schedule) => (Values(schedule, Steps), Values(Schedules(ours), Steps)),
            _ => throw new FormatException($"{row[2]} is a {ours.GetType()}"),
        };
        int wrong = Enumerable
            .Range(0, expected.Length)
            .Select(i => Math.Abs(expected[i] - actual[i]) <= 1e-12 * expected.Max(Math.Abs) ? -1 : i)
            .FirstOrDefault(i => i >= 0, -1);
        return wrong < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{row[0]} {row[1]} at {wrong}: {row[2]} is {actual[wrong]}, not {expected[wrong]}"
            );
    }

    private static double[] After<TState>(FeedbackLoop<TState> loop)
        where TState : class =>
        [
            .. Metrics.Select(
                (metric, step) =>
                {
                    loop.Observe(metric, afterStep: step);
                    return loop.Rate(step + 1);
                }
            ),
        ];

    private static double[] Values(Func<int, double> schedule, int count) => [.. Enumerable.Range(0, count).Select(schedule)];

    private static Func<int, double> Schedules(object value) => value as Func<int, double> ?? ((RateAndMomentum)value).Rate;

    private static LibraryCall Call(string[] row) => LibraryCall.Parse(row[1], name => LibraryDefaults.Of(row[0], name));

    private static Answer Theirs(string library, LibraryCall call)
    {
        if (call.Arguments["lr_scheduler"] is JsonObject member && library == "ignite")
        {
            member.TryAdd("library", "ignite");
        }

        var record = new JsonObject
        {
            ["id"] = "cookbook",
            ["framework"] = library,
            ["name"] = call.Name,
            ["base_lr"] = 0.1,
            ["args"] = call.Arguments,
            ["resolved"] = call.Arguments.DeepClone(),
            ["steps"] = List(Enumerable.Range(0, Steps).Select(step => (JsonNode)step)),
            ["metrics"] = List(Metrics.Select(metric => (JsonNode)metric)),
            ["lrs"] = List(Rates.Select(rate => (JsonNode)rate)),
            ["losses"] = List(Losses.Select(loss => (JsonNode)loss)),
            ["suggestions"] = new JsonObject(),
            ["lr"] = new JsonArray(),
        };
        return RecordMap.All.Single(map => map.Framework == library).Answer(GoldenRecord.Parse(record.ToJsonString()));

        static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);
    }

    private static Task<object[]> Run(string[] expressions) =>
        CSharpScript.EvaluateAsync<object[]>(
            $"{Log}\nreturn new object[] {{\n{string.Join(",\n", expressions)}\n}};",
            ScriptOptions
                .Default.WithReferences(typeof(Schedule).Assembly, typeof(Enumerable).Assembly)
                .WithImports("System", "System.Linq", "LrMath", "LrMath.Analysis", "LrMath.ClosedLoop", "LrMath.Frameworks")
        );

    private static string[][] Rows(string file, string heading)
    {
        string page = File.ReadAllText(System.IO.Path.Combine(PageTests.Root, file));
        string section = Regex
            .Match(page, $"^#+ {Regex.Escape(heading)}$.*?(?=^#|\\z)", RegexOptions.Multiline | RegexOptions.Singleline)
            .Value;
        return [.. Row().Matches(section).Select(match => match.Groups.Values.Skip(1).Select(cell => cell.Value.Trim('`')).ToArray())];
    }

    // A row of three cells, of which the last is code; a remark may follow.
    [GeneratedRegex(@"^\| ([^|]+) \| (`[^`]+`) \| (`[^`]+`) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
