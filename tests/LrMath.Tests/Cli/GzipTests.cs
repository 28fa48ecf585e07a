using System.Globalization;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace LrMath.Tests.Cli;

public class GzipTests
{
    private const string Policy = "Plateau.PyTorch";

    private static readonly byte[] Log = Encoding.UTF8.GetBytes("step,loss\n" + string.Concat(Enumerable.Range(0, 401).Select(Row)));

    [Fact]
    public void A_file_cut_anywhere_is_called_cut_short()
    {
        using var folder = new TemporaryFolder();
        byte[] packed = Pack(Log);

        // Every length for the reader, which is cheap; some for the command.
        for (int length = 2; length < packed.Length; length++)
        {
            File.WriteAllBytes(folder["log.csv.gz"], packed[..length]);
            UserErrorException refused = Assert.Throws<UserErrorException>(() => Read(folder["log.csv.gz"]));
            Assert.Equal($"cannot read '{folder["log.csv.gz"]}': it is cut short: its gzip data have no end", refused.Message);
        }
        foreach (int length in new[] { 10, packed.Length * 8 / 12, packed.Length - 8, packed.Length - 1 })
        {
            File.WriteAllBytes(folder["log.csv.gz"], packed[..length]);
            var run = CommandRun.Of("replay", folder["log.csv.gz"], "--policy", Policy);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains("cut short", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_any_bit_changed_behind_its_header_is_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] packed = Pack(Log);
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. packed];
            damaged[random.Next(10, packed.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(folder["log.csv.gz"], damaged);
            UserErrorException refused = Assert.Throws<UserErrorException>(() => Read(folder["log.csv.gz"]));
            Assert.Matches("gzip data|cut short", refused.Message);
        }
    }

    [Fact]
    public void What_follows_the_last_member_is_refused_unless_it_is_zeros()
    {
        using var folder = new TemporaryFolder();
        byte[] packed = Pack(Log);

        foreach (
            byte[] rest in (byte[][])
                [
                    [7],
                    [0x1F, 7],
                    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
                    [0, 0, 7],
                ]
        )
        {
            File.WriteAllBytes(folder["log.csv.gz"], [.. packed, .. rest]);
            UserErrorException refused = Assert.Throws<UserErrorException>(() => Read(folder["log.csv.gz"]));
            Assert.Contains("something that is not gzip data follows", refused.Message, StringComparison.Ordinal);
        }
        File.WriteAllBytes(folder["log.csv.gz"], [.. packed, .. new byte[100_000]]);
        Assert.Equal(401, Read(folder["log.csv.gz"]));
    }

    [Fact]
    public void Members_one_after_the_other_are_one_file_and_each_is_checked()
    {
        using var folder = new TemporaryFolder();
        byte[] first = Pack(Log),
            second = Pack(Encoding.UTF8.GetBytes(Row(401))),
            empty = Pack([]);

        File.WriteAllBytes(folder["log.csv.gz"], [.. empty, .. first, .. empty, .. second, .. empty]);
        Assert.Equal(402, Read(folder["log.csv.gz"]));

        first[^1] ^= 1;
        File.WriteAllBytes(folder["log.csv.gz"], [.. first, .. second]);
        Assert.Contains(
            "do not have the checksum or the length",
            Assert.Throws<UserErrorException>(() => Read(folder["log.csv.gz"])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_header_may_have_a_name_a_comment_extra_data_and_a_checksum()
    {
        using var folder = new TemporaryFolder();
        byte[] packed = Pack(Log);
        byte[] header = [.. packed[..3], 0x1F, .. packed[4..10], 3, 0, 1, 2, 3, .. "log.csv\0a comment\0"u8, 9, 9];

        File.WriteAllBytes(folder["log.csv.gz"], [.. header, .. packed[10..]]);

        Assert.Equal(401, Read(folder["log.csv.gz"]));
    }

    [Fact]
    public void The_blame_for_a_row_that_is_wrong_in_a_whole_file_stays_with_the_row()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["log.csv.gz"], Pack([.. Log, .. "401\n"u8]));

        var run = CommandRun.Of("replay", folder["log.csv.gz"], "--policy", Policy);

        Assert.Contains(":403: 1 field, but the first line has 2", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay", "--policy", Policy)]
    [InlineData("find")]
    public void A_small_archive_of_very_many_rows_is_refused_before_it_fills_the_memory(string verb, params string[] options)
    {
        using var folder = new TemporaryFolder();
        using (var file = new GZipStream(File.Create(folder["log.csv.gz"]), CompressionLevel.Fastest))
        {
            byte[] rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,1\n", 1 << 14)));
            file.Write("lr,loss\n"u8);
            for (int i = 0; i < 400; i++)
            {
                file.Write(rows);
            }
        }
        string[] columns = verb == "find" ? ["--rate", "1", "--loss", "2"] : [];
        // The rates of a range test rise: its rows end before the limit does.
        string reason = verb == "find" ? ":3: lr is 1 after 1" : ":5000002: there are more than 5,000,000 rows";

        var run = CommandRun.Of([verb, folder["log.csv.gz"], .. options, .. columns]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private static int Read(string path)
    {
        using var file = LogFile.Open(path);
        return file.Rows().Count();
    }

    private static string Row(int step) => string.Create(CultureInfo.InvariantCulture, $"{step},{2 + Math.Sin(step):R}\n");

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
