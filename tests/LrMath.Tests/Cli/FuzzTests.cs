using System.IO.Compression;
using System.Text;
using LrMath.Cli.Expressions;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>Logs and expressions changed at random: each is read, or refused with a message. A failure names its round.</summary>
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
        for (int round = 0; round < 1500; round++)
        {
            var random = new Random(round);
            byte[] bytes = Encoding.UTF8.GetBytes(packed ? text : Changed(text, random));
            if (packed)
            {
                bytes = Damaged(Pack(bytes), random);
            }

            File.WriteAllBytes(folder["log.csv"], bytes);
            try
            {
                MetricLog.Read(
                    folder["log.csv"],
                    new MetricColumns(null, null, null),
                    skipMissing: round % 2 == 0,
                    scheduled: round % 3 == 0
                );
                RangeTestLog.Read(folder["log.csv"], null, null);
            }
            catch (UserErrorException refused)
            {
                Assert.Contains(folder["log.csv"], refused.Message, StringComparison.Ordinal);
            }
            catch (Exception fault)
            {
                Assert.Fail($"round {round}: {fault}");
            }
        }
    }

    [Fact]
    public void An_expression_is_a_schedule_or_refused()
    {
        for (int round = 0; round < 60; round++)
        {
            var random = new Random(round);
            string text = Changed(Expressions[round % Expressions.Length], random);
            try
            {
                Expression.Compile(text);
            }
            catch (UserErrorException refused)
            {
                Assert.Contains(text.Split('\n', '\r')[0].Trim('\0'), refused.Message, StringComparison.Ordinal);
            }
            catch (Exception fault)
            {
                Assert.Fail($"round {round}, {text}: {fault}");
            }
        }
    }

    private static string Changed(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (int i = random.Next(1, 4); i > 0 && changed.Length > 1; i--)
        {
            int at = random.Next(changed.Length);
            if (random.Next(2) == 0)
            {
                changed.Remove(at, Math.Min(random.Next(1, 4), changed.Length - at));
            }
            else
            {
                changed.Insert(at, Insertions[random.Next(Insertions.Length)]);
            }
        }
        return changed.ToString();
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        byte[] damaged = [.. bytes.Take(random.Next(2) == 0 ? bytes.Length : random.Next(3, bytes.Length))];
        damaged[random.Next(2, damaged.Length)] ^= (byte)(1 << random.Next(8));
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
