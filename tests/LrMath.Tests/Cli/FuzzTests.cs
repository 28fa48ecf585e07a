using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using LrMath.Cli.Expressions;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>
/// Logs and expressions changed at random: each is read, or refused with a message. A failure names its text and its seed.
/// </summary>
public class FuzzTests
{
    private const string Insertions = ",;\t\n\r\"'#.-+eE0159 \0\u00E9nanINF=()[]{}*/%<>?:&|!@$";

    private static readonly string[] Expressions =
    [
        "Cosine(0.1, 0, 9500).Warmup(500)",
        "step => 0.1 / (1 + step)",
        "PyTorch.OneCycleLR(0.1, 100).Rate.Scale(2)",
        "Path([(0, 0.1), (10, 0.2)], Shapes.Rex).Then(Constant(0.2), at: 10)",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_is_read_or_refused(bool packed)
    {
        using var folder = new TemporaryFolder();
        string text = "step,lr,val_loss\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"{i * 10},0.{i:D2},{20 - i}.5\n"));
        Drawn<string> changed = new(choices => Changed(text, choices));
        Law.Holds(
            from bytes in packed
                ? new(choices => Damaged(Pack(Encoding.UTF8.GetBytes(text)), choices))
                : changed.Select(Encoding.UTF8.GetBytes)
            from skipMissing in Draw.Flag
            from scheduled in Draw.Whole(0, 2)
            select (bytes, skipMissing, scheduled: scheduled == 2),
            drawn =>
            {
                File.WriteAllBytes(folder["log.csv"], drawn.bytes);
                try
                {
                    MetricLog.Read(folder["log.csv"], new MetricColumns(null, null, null), drawn.skipMissing, drawn.scheduled);
                    RangeTestLog.Read(folder["log.csv"], null, null);
                }
                catch (UserErrorException refused)
                {
                    Assert.Contains(folder["log.csv"], refused.Message, StringComparison.Ordinal);
                }
            },
            times: 1500
        );
    }

    [Property]
    public Property An_expression_is_a_schedule_or_refused() =>
        Law.Over(
            from expression in Draw.OneOf(Expressions)
            from text in new Drawn<string>(choices => Changed(expression, choices))
            select text,
            text =>
            {
                try
                {
                    Expression.Compile(text);
                }
                catch (UserErrorException refused)
                {
                    // The line that the mistake is in.
                    string[] lines = text.Split('\n', '\r');
                    Assert.Contains(lines, line => refused.Message.Contains(line.Trim('\0', ' ', '\t'), StringComparison.Ordinal));
                }
            }
        );

    private static string Changed(string text, Choices choices)
    {
        var changed = new StringBuilder(text);
        for (int i = 1 + choices.Next(3); i > 0 && changed.Length > 1; i--)
        {
            int at = choices.Next(changed.Length);
            if (choices.Next(2) == 0)
            {
                changed.Remove(at, Math.Min(1 + choices.Next(3), changed.Length - at));
            }
            else
            {
                changed.Insert(at, Insertions[choices.Next(Insertions.Length)]);
            }
        }
        return changed.ToString();
    }

    private static byte[] Damaged(byte[] bytes, Choices choices)
    {
        byte[] damaged = [.. bytes.Take(choices.Next(2) == 0 ? bytes.Length : 3 + choices.Next(bytes.Length - 3))];
        damaged[2 + choices.Next(damaged.Length - 2)] ^= (byte)(1 << choices.Next(8));
        return damaged;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
