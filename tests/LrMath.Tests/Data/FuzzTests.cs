using System.Globalization;
using System.Text.Json;
using LrMath.Data;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>
/// No text crashes the reader or makes it take more than a known amount of memory. LRMATH_FUZZ=count runs as many texts:
/// <c>LRMATH_FUZZ=10000000 dotnet test tests/LrMath.Tests -c Release --filter FullyQualifiedName~FuzzTests</c>.
/// </summary>
public class FuzzTests
{
    // The limit of what builders and verbs allocate, one more builder of the largest kind, and twenty times the longest text here.
    private const long MostMemory = (64 + 64 + 20) << 20;

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-",
        "0",
        "1e999",
        "-1",
        "2147483647",
        "2147483648",
        "1e-320",
        "0.5",
        "\\ud800",
        "\\u0000",
        " ",
        "\n",
        "\"shape\"",
        "\"linear\"",
        "\"steps\"",
        "\"lrmath\"",
        "{}",
        "[]",
        "[[[[[[[[",
        "1.0000001",
        "\"cosine\"",
        "é",
        "\ud83d",
        "//",
    ];

    [Fact]
    public void A_mutated_text_is_read_or_refused()
    {
        string[] texts = Texts();
        bool isLong = int.TryParse(Environment.GetEnvironmentVariable("LRMATH_FUZZ"), CultureInfo.InvariantCulture, out int count);
        int read = 0;
        int refused = 0;
        long most = 0;
        Law.Holds(
            new Drawn<string>(choices => Mutated(texts, choices)),
            text =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Func<int, double>? schedule = null;
                try
                {
                    schedule = ScheduleJson.Read(text);
                    read++;
                }
                catch (ScheduleJsonException mistake)
                {
                    refused++;
                    Assert.StartsWith("$", mistake.Path, StringComparison.Ordinal);
                    Assert.True(mistake.Message.Length < 2_000, mistake.Message);
                }

                long taken = GC.GetAllocatedBytesForCurrentThread() - before;
                most = Math.Max(most, taken);
                Assert.True(taken < MostMemory, $"{taken:N0} bytes for\n{text}");
                if (schedule is not null)
                {
                    Assert.All((int[])[0, 1, 1_000, int.MaxValue], step => Assert.True(double.IsFinite(schedule(step)), text));
                    Assert.Equal(schedule.Describe(), ScheduleJson.Read(ScheduleJson.Write(schedule)).Describe());
                }
            },
            times: isLong ? count : 20_000
        );
        Assert.True(read > 0 && refused > read, $"{read} read, {refused} refused: the mutations are too mild or too wild.");
        Console.WriteLine(FormattableString.Invariant($"{read:N0} texts read, {refused:N0} refused, at most {most:N0} bytes."));
    }

    private static string[] Texts()
    {
        Any any = new(unchecked((int)Seed.OfThisRun), lambdas: false);
        return [.. Enumerable.Range(0, 200).Select(_ => ScheduleJson.Write(any.Schedule(depth: 4)))];
    }

    private static string Mutated(string[] texts, Choices choices)
    {
        string text = texts[choices.Next(texts.Length)];
        for (int edits = choices.Next(3) + 1; edits > 0 && text.Length > 1; edits--)
        {
            int at = choices.Next(text.Length);
            int length = Math.Min(1 + choices.Next(11), text.Length - at);
            string other = texts[choices.Next(texts.Length)];
            text = choices.Next(14) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, Pieces[choices.Next(Pieces.Length)]),
                3 => text.Remove(at, length).Insert(at, Pieces[choices.Next(Pieces.Length)]),
                4 => string.Concat(text.AsSpan(0, at), other.AsSpan(choices.Next(other.Length))),
                5 => text[..at],
                6 => text.Remove(at, 1).Insert(at, ((char)(0x20 + choices.Next(0x7f - 0x20))).ToString()),
                _ => Replaced(text, choices, other),
            };
        }

        return text;
    }

    /// <summary>One value of a text that is JSON by another value, so that what comes out is JSON still.</summary>
    private static string Replaced(string text, Choices choices, string other)
    {
        try
        {
            JsonElement[] values = [.. All(JsonElement.Parse(text))];
            JsonElement[] others = [.. All(JsonElement.Parse(other))];
            JsonElement value = values[choices.Next(values.Length)];
            JsonElement[] alike = [.. others.Where(one => one.ValueKind == value.ValueKind)];
            string old = value.GetRawText();
            string by =
                choices.Next(4) > 0 && alike.Length > 0
                    ? alike[choices.Next(alike.Length)].GetRawText()
                    : Pieces[choices.Next(Pieces.Length)];
            int at = text.IndexOf(old, StringComparison.Ordinal);
            return string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + old.Length));
        }
        catch (Exception mistake) when (mistake is JsonException or ArgumentException)
        {
            return text;
        }
    }

    private static IEnumerable<JsonElement> All(JsonElement element) =>
        (
            element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
                JsonValueKind.Array => element.EnumerateArray(),
                _ => (IEnumerable<JsonElement>)[],
            }
        )
            .SelectMany(All)
            .Prepend(element);
}
