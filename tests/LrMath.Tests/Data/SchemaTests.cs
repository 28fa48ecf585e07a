using System.Text.Json;
using Json.Schema;
using LrMath.ClosedLoop;
using LrMath.Data;
using LrMath.Tests.Docs;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>The schema that editors complete and check by is that of today's API, and takes what the reader takes.</summary>
public class SchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(SchemaWriter.Text()));

    [Fact]
    public void The_schema_in_the_docs_is_that_of_the_public_API()
    {
        string file = Path.Combine(PageTests.Root, "docs", "schedule.schema.json");
        string text = SchemaWriter.Text();
        if (File.Exists(file) && File.ReadAllText(file) == text)
        {
            return;
        }

        string received = Path.ChangeExtension(file, ".received.json");
        File.WriteAllText(received, text);
        Assert.Fail($"{file} is not the schema of today's API. If the change is meant, move {received} over it.");
    }

    [Fact]
    public void Every_text_of_version_1_and_every_written_text_is_valid()
    {
        Any any = new(20_261_135, lambdas: false);
        IEnumerable<string> written = Enumerable.Range(0, 100).Select(_ => ScheduleJson.Write(any.Schedule(depth: 3)));
        string[] others =
        [
            ScheduleJson.Write(Shapes.Tanh(-7, 3)),
            ScheduleJson.Write(Plateau.PyTorch with { Patience = 3 }),
            ScheduleJson.Write(Greedy.Transformers),
        ];
        Assert.All([.. Version1Tests.Lines, .. written, .. others], text => Assert.True(IsValid(text), text));
    }

    [Fact]
    public void Every_text_in_the_docs_is_valid_and_read()
    {
        string[] pages = ["README.md", .. Directory.GetFiles(Path.Combine(PageTests.Root, "docs"), "*.md")];
        string[] texts =
        [
            .. pages
                .SelectMany(page => new MarkdownPage(File.ReadAllText(Path.Combine(PageTests.Root, page))).Blocks())
                .Where(block => block.Language == "json" && block.Text.Contains("\"lrmath\"", StringComparison.Ordinal))
                .Select(block => block.Text),
            File.ReadAllText(Path.Combine(PageTests.Root, "docs", "schedule.json")),
        ];
        Assert.True(texts.Length >= 4, $"{texts.Length} texts");
        Assert.All(
            texts,
            text =>
            {
                Assert.True(IsValid(text), text);
                bool isPolicy = text.Contains("\"policy\"", StringComparison.Ordinal);
                object read = isPolicy ? ScheduleJson.ReadPolicy<object>(text) : ScheduleJson.Read(text);
                Assert.NotNull(read);
            }
        );
    }

    [Theory]
    [InlineData("""{ "lrmath": 1, "schedule": { "cosine": { "start": 1, "end": 0, "stps": 5 } } }""")]
    [InlineData("""{ "lrmath": 1, "schedule": { "cosine": { "start": 1, "end": 0 } } }""")]
    [InlineData("""{ "lrmath": 1, "schedule": { "cosine": { "start": 1, "end": 0, "steps": -5 } } }""")]
    [InlineData("""{ "lrmath": 1, "schedule": { "cosin": { "start": 1, "end": 0, "steps": 5 } } }""")]
    [InlineData("""{ "lrmath": 1, "schedule": { "oneCycle": { "peak": 1, "steps": 10, "warmupFraction": 1.5 } } }""")]
    [InlineData("""{ "lrmath": 1, "schedule": [{ "constant": { "value": 1 } }, { "constant": { "value": 1 } }] }""")]
    [InlineData("""{ "lrmath": 1, "schedule": { "path": { "knots": [[0, 1], [2]] } } }""")]
    [InlineData("""{ "lrmath": 2, "schedule": { "constant": { "value": 1 } } }""")]
    [InlineData("""{ "schedule": { "constant": { "value": 1 } } }""")]
    [InlineData("""{ "lrmath": 1, "policy": { "plateau": { "mode": "least" } } }""")]
    public void A_mistake_is_not_valid(string text) => Assert.False(IsValid(text));

    [Fact]
    public void Whatever_is_outside_the_bounds_that_the_table_tells_is_refused()
    {
        AnyArgument any = new(20_261_136);
        int checkedBounds = 0;
        IEnumerable<Member[]> overloads = JsonFamily.Schedules.Members.Values.Concat(JsonFamily.Verbs.Members.Values);
        foreach (Member member in overloads.SelectMany(members => members))
        {
            object?[]? legal = Enumerable.Range(0, 300).Select(_ => any.For(member).Values).FirstOrDefault(values => Takes(member, values));
            Assert.True(legal is not null, $"No legal arguments found for {member.Room}.{member.Name}.");
            for (int i = 0; i < legal.Length; i++)
            {
                foreach (object outside in Outside(member, member.Parameters[i]))
                {
                    object?[] values = [.. legal];
                    values[i] = outside;
                    string taken = $"{member.Room}.{member.Name} takes {outside} for {member.Parameters[i].Name}: mend {nameof(Bounds)}.";
                    Assert.False(Takes(member, values), taken);
                    checkedBounds++;
                }
            }
        }

        Assert.True(checkedBounds > 40, $"only {checkedBounds}");
    }

    private static IEnumerable<object> Outside(Member member, LrMath.Data.Parameter parameter)
    {
        var bounds = Bounds.Of(member, parameter);
        Type type = parameter.Type;
        if (bounds.Least is { } least)
        {
            double below = bounds.IsLeastLegal ? least - 1 : least;
            yield return type == typeof(int) ? (int)below
            : type == typeof(long) ? (long)below
            : type == typeof(double) ? below
            : (object)(int[])[(int)below];
        }

        if (bounds.Most is { } most && type == typeof(double))
        {
            yield return most + 0.5;
        }
    }

    private static bool Takes(Member member, object?[] values)
    {
        try
        {
            member.Invoke(Schedule.Cosine(0.1, 0.01, 50), values);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsValid(string text) => Schema.Value.Evaluate(JsonElement.Parse(text)).IsValid;
}
