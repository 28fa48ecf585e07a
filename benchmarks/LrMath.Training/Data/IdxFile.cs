using System.Buffers.Binary;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LrMath.Training;

/// <summary>The IDX format of MNIST and its relatives: big-endian magic number and sizes, then bytes; gzipped or not.</summary>
public static class IdxFile
{
    private const int ImagesMagic = 0x803;
    private const int LabelsMagic = 0x801;

    /// <exception cref="BadDataException">A file is missing, damaged or cut short, or the two do not belong together.</exception>
    public static ImageSet Read(string imagesPath, string labelsPath)
    {
        byte[] images = DataFile.ReadAll(imagesPath);
        int[] sizes = Header(imagesPath, images, ImagesMagic, 3);
        byte[] labels = DataFile.ReadAll(labelsPath);
        int[] labelSizes = Header(labelsPath, labels, LabelsMagic, 1);
        if (labelSizes[0] != sizes[0])
        {
            throw new BadDataException($"{labelsPath}: {labelSizes[0]} labels for the {sizes[0]} images of {imagesPath}.");
        }

        var pixels = new DenseMatrix(sizes[1] * sizes[2], sizes[0]);
        for (int i = 0; i < pixels.Values.Length; i++)
        {
            pixels.Values[i] = images[16 + i] / 255.0;
        }

        int[] wanted = new int[labelSizes[0]];
        for (int i = 0; i < wanted.Length; i++)
        {
            byte label = labels[8 + i];
            wanted[i] = label <= 9 ? label : throw new BadDataException($"{labelsPath}: label {i} is {label}, expected 0 to 9.");
        }
        return new ImageSet(pixels, wanted);
    }

    /// <summary>The file of the given name in a folder, with or without <c>.gz</c>.</summary>
    /// <exception cref="BadDataException">There is neither.</exception>
    public static string Find(string folder, string name) =>
        new[] { name + ".gz", name }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
        ?? throw new BadDataException($"{Path.Combine(folder, name)}: not found, and not with .gz either.");

    private static int[] Header(string path, byte[] bytes, int magic, int dimensions)
    {
        int headerBytes = 4 * (1 + dimensions);
        if (bytes.Length < headerBytes)
        {
            throw new BadDataException($"{path}: {bytes.Length} bytes, too short for the IDX header of {headerBytes}.");
        }

        int found = BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (found != magic)
        {
            throw new BadDataException($"{path}: magic number 0x{found:x8}, expected 0x{magic:x8} ({dimensions} dimension(s) of bytes).");
        }

        int[] sizes = new int[dimensions];
        decimal expected = headerBytes;
        decimal cells = 1;
        for (int d = 0; d < dimensions; d++)
        {
            sizes[d] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + 4 * d));
            if (sizes[d] <= 0)
            {
                throw new BadDataException($"{path}: size {d} is {sizes[d]}, expected 1 or more.");
            }

            cells *= sizes[d];
        }
        expected += cells;
        return bytes.Length == expected
            ? sizes
            : throw new BadDataException($"{path}: {bytes.Length} bytes, but sizes {string.Join(" × ", sizes)} need {expected}.");
    }
}
