using System.Globalization;
using MathNet.Numerics.Random;

namespace LrMath.Training;

/// <summary>Three sets of images: to learn from, to choose rates by, to report on.</summary>
public sealed record Split(string Name, ImageSet Train, ImageSet Validation, ImageSet Test)
{
    /// <summary>The bundled digits: 1,000 to learn from, 397 for validation, 400 for the test, shuffled by a seed.</summary>
    public static Split OfDigits(ImageSet all, int seed)
    {
        int[] order = Shuffled(all.Count, new Xoshiro256StarStar(seed, threadSafe: false));
        return new Split(
            string.Create(CultureInfo.InvariantCulture, $"digits 8×8, split {seed}"),
            all.Take(order[..1000]),
            all.Take(order[1000..1397]),
            all.Take(order[1397..])
        );
    }

    /// <summary>
    /// A folder of IDX files: the first 10,000 training images, the last 5,000 as validation, and all test images. Of a smaller set
    /// the last quarter is for validation.
    /// </summary>
    public static Split OfIdx(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadDataException($"{folder}: no such folder.");
        }

        ImageSet all = ReadIdx(folder, "train");
        ImageSet test = ReadIdx(folder, "t10k");
        if (test.PixelCount != all.PixelCount)
        {
            throw new BadDataException($"{folder}: test images have {test.PixelCount} pixels, training images {all.PixelCount}.");
        }

        int validation = Math.Min(5_000, (all.Count + 3) / 4);
        int train = Math.Min(10_000, all.Count - validation);
        if (train == 0)
        {
            throw new BadDataException($"{folder}: {all.Count} training image(s) leave none to learn from.");
        }

        return new Split(
            Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)),
            all.Take([.. Enumerable.Range(0, train)]),
            all.Take([.. Enumerable.Range(all.Count - validation, validation)]),
            test
        );
    }

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in an order drawn from <paramref name="random"/>.</summary>
    public static int[] Shuffled(int count, System.Random random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = (int)(random.NextDouble() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    private static ImageSet ReadIdx(string folder, string part) =>
        IdxFile.Read(IdxFile.Find(folder, $"{part}-images-idx3-ubyte"), IdxFile.Find(folder, $"{part}-labels-idx1-ubyte"));
}
