using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LrMath.Training;
using MathNet.Numerics.Random;
using Xunit;

namespace LrMath.Tests.Training;

public class DataTests
{
    [Fact]
    public void The_digits_come_with_the_program()
    {
        ImageSet digits = DigitsFile.Read(DigitsFile.Bundled);
        Assert.Equal((1797, 64, 10), (digits.Count, digits.PixelCount, digits.Classes));
        Assert.All(digits.Pixels.Values, value => Assert.InRange(value, 0, 1));
        // The first line of the file: a zero, its third pixel 5 of 16.
        Assert.Equal((0, 5.0 / 16), (digits.Labels[0], digits.Pixels[2, 0]));
        Assert.Equal(
            [178, 182, 177, 183, 181, 182, 181, 179, 174, 180],
            digits.Labels.CountBy(label => label).OrderBy(c => c.Key).Select(c => c.Value)
        );
    }

    [Fact]
    public void The_split_is_fixed_by_the_seed_and_shares_no_image()
    {
        Split first = Splits.OfDigits().For(1);
        Assert.Equal(Splits.OfDigits().Mark(), Splits.OfDigits().Mark());
        Assert.Equal(Splits.OfDigits().Mark(), Splits.Fixed(first).Mark());
        Assert.NotEqual(Splits.Fixed(first).Mark(), Splits.Fixed(Splits.OfDigits().For(2)).Mark());
        Assert.Equal((1000, 397, 400), (first.Train.Count, first.Validation.Count, first.Test.Count));
        // Ten classes of 174 to 183 images: all parts together are the whole file again.
        int[] counts =
        [
            .. first
                .Train.Labels.Concat(first.Validation.Labels)
                .Concat(first.Test.Labels)
                .CountBy(l => l)
                .OrderBy(c => c.Key)
                .Select(c => c.Value),
        ];
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], counts);
        Assert.Equal(Enumerable.Range(0, 50), Split.Shuffled(50, new Xoshiro256StarStar(1, false)).Order());
    }

    [Theory]
    [InlineData(2, "17", "line 3: pixel 7 is \"17\", expected a whole number from 0 to 16")]
    [InlineData(2, "-1", "line 3: pixel 7 is \"-1\"")]
    [InlineData(0, "x", "line 1: pixel 7 is \"x\"")]
    [InlineData(4, "", "line 5: pixel 7 is \"\"")]
    [InlineData(4, "1,1", "line 5: 66 fields, expected 64 pixels and a label")]
    [InlineData(1796, "1.5", "line 1797: pixel 7 is \"1.5\"")]
    public void A_damaged_pixel_is_named_with_file_and_line(int line, string text, string message)
    {
        string[] lines = DigitLines();
        string[] fields = lines[line].Split(',');
        fields[7] = text;
        lines[line] = string.Join(',', fields);
        AssertBadDigits(lines, message);
    }

    [Fact]
    public void A_label_out_of_range_a_missing_line_and_an_empty_file_are_named()
    {
        string[] lines = DigitLines();
        AssertBadDigits(lines[..^1], "line 1796: the file ends here, expected 1797 lines");
        AssertBadDigits([], "line 1: 1 fields");
        lines[9] = lines[9][..^1] + "10";
        AssertBadDigits(lines, "line 10: the label is \"10\", expected a whole number from 0 to 9");
    }

    [Fact]
    public void A_gzip_file_cut_anywhere_or_with_a_changed_byte_is_refused()
    {
        byte[] whole = File.ReadAllBytes(DigitsFile.Bundled);
        using var scratch = new Scratch();
        string path = scratch["digits.csv.gz"];
        foreach (int length in new[] { 0, 1, 5, 20, whole.Length / 2, whole.Length - 9, whole.Length - 8, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.StartsWith(path, Assert.Throws<BadDataException>(() => DigitsFile.Read(path)).Message, StringComparison.Ordinal);
        }
        whole[whole.Length / 2] ^= 0x10;
        File.WriteAllBytes(path, whole);
        Assert.StartsWith(path, Assert.Throws<BadDataException>(() => DigitsFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Idx_files_are_read_gzipped_or_not(bool zipped)
    {
        using var scratch = new Scratch();
        WriteIdx(scratch, "train", 20, zipped);
        WriteIdx(scratch, "t10k", 6, zipped);
        var split = Split.OfIdx(scratch.Folder);
        Assert.Equal((15, 5, 6), (split.Train.Count, split.Validation.Count, split.Test.Count));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4], split.Train.Labels);
        Assert.Equal([5, 6, 7, 8, 9], split.Validation.Labels);
        // Image 3, pixel 2 is the byte 3·6 + 2.
        Assert.Equal(20 / 255.0, split.Train.Pixels[2, 3]);
    }

    [Fact]
    public void Idx_files_that_do_not_fit_are_named_with_what_is_wrong()
    {
        using var scratch = new Scratch();
        WriteIdx(scratch, "train", 20, false);
        WriteIdx(scratch, "t10k", 6, false);
        string images = scratch["train-images-idx3-ubyte"],
            labels = scratch["train-labels-idx1-ubyte"];
        byte[] soundImages = File.ReadAllBytes(images),
            soundLabels = File.ReadAllBytes(labels);

        Spoil(images, soundImages, bytes => bytes[3] = 1, "magic number 0x00000801, expected 0x00000803");
        Spoil(labels, soundLabels, bytes => bytes[0] = 8, "magic number 0x08000801, expected 0x00000801");
        Spoil(images, soundImages, bytes => bytes[7] = 21, "but sizes 21 × 2 × 3 need 142");
        Spoil(images, soundImages, bytes => bytes.AsSpan(4, 12).Fill(0x7f), "but sizes");
        Spoil(images, soundImages, bytes => bytes[4] = 0x80, "size 0 is -");
        Spoil(images, soundImages, bytes => bytes[15] = 0, "size 2 is 0");
        Spoil(labels, soundLabels, bytes => bytes[8 + 13] = 10, "label 13 is 10, expected 0 to 9");
        SpoilBytes(images, soundImages, soundImages[..^1], "135 bytes, but sizes 20 × 2 × 3 need 136");
        SpoilBytes(images, soundImages, [.. soundImages, 0], "137 bytes");
        SpoilBytes(images, soundImages, soundImages[..10], "too short for the IDX header of 16");
        SpoilBytes(labels, soundLabels, [], "too short for the IDX header of 8");
        SpoilBytes(labels, soundLabels, IdxLabels(19), "19 labels for the 20 images");
        File.Delete(labels);
        AssertBad(labels, "not found");

        void Spoil(string path, byte[] sound, Action<byte[]> change, string message)
        {
            byte[] bytes = (byte[])sound.Clone();
            change(bytes);
            SpoilBytes(path, sound, bytes, message);
        }

        void SpoilBytes(string path, byte[] sound, byte[] spoiled, string message)
        {
            File.WriteAllBytes(path, spoiled);
            AssertBad(path, message);
            File.WriteAllBytes(path, sound);
        }

        void AssertBad(string path, string message)
        {
            BadDataException error = Assert.Throws<BadDataException>(() => Split.OfIdx(scratch.Folder));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Images_of_some_classes_are_counted_from_zero()
    {
        ImageSet late = Splits.OfDigits().For(1).Test.OfClasses(5, 9);
        Assert.Equal([0, 1, 2, 3, 4], late.Labels.Distinct().Order());
        Assert.Equal(5, late.Classes);
    }

    /// <summary>Images of 2 × 3 pixels, the bytes counting up; labels 0 to 9 in turn.</summary>
    internal static void WriteIdx(Scratch scratch, string part, int count, bool zipped)
    {
        byte[] images = new byte[16 + 6 * count];
        BinaryPrimitives.WriteInt32BigEndian(images, 0x803);
        BinaryPrimitives.WriteInt32BigEndian(images.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(images.AsSpan(8), 2);
        BinaryPrimitives.WriteInt32BigEndian(images.AsSpan(12), 3);
        for (int i = 16; i < images.Length; i++)
        {
            images[i] = (byte)(i - 16);
        }

        Write(scratch[$"{part}-images-idx3-ubyte"], images, zipped);
        Write(scratch[$"{part}-labels-idx1-ubyte"], IdxLabels(count), zipped);
    }

    private static byte[] IdxLabels(int count)
    {
        byte[] labels = new byte[8 + count];
        BinaryPrimitives.WriteInt32BigEndian(labels, 0x801);
        BinaryPrimitives.WriteInt32BigEndian(labels.AsSpan(4), count);
        for (int i = 0; i < count; i++)
        {
            labels[8 + i] = (byte)(i % 10);
        }

        return labels;
    }

    private static void Write(string path, byte[] bytes, bool zipped)
    {
        if (!zipped)
        {
            File.WriteAllBytes(path, bytes);
            return;
        }
        using var gzip = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        gzip.Write(bytes);
    }

    private static string[] DigitLines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(DigitsFile.Bundled), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private static void AssertBadDigits(string[] lines, string message)
    {
        using var scratch = new Scratch();
        string path = scratch["digits.csv"];
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        string found = Assert.Throws<BadDataException>(() => DigitsFile.Read(path)).Message;
        Assert.StartsWith(path, found, StringComparison.Ordinal);
        Assert.Contains(message, found, StringComparison.Ordinal);
    }
}
