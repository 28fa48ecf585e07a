using MathNet.Numerics.LinearAlgebra.Double;

namespace LrMath.Training;

/// <summary>Labelled images: one column of <paramref name="Pixels"/> an image, values from 0 (paper) to 1 (ink).</summary>
public sealed record ImageSet(DenseMatrix Pixels, int[] Labels)
{
    public int Count => Labels.Length;

    public int PixelCount => Pixels.RowCount;

    public int Classes => Labels.Length == 0 ? 0 : Labels.Max() + 1;

    /// <summary>The images at the given positions, in that order.</summary>
    public ImageSet Take(IReadOnlyList<int> positions)
    {
        var pixels = new DenseMatrix(PixelCount, positions.Count);
        int[] labels = new int[positions.Count];
        for (int i = 0; i < positions.Count; i++)
        {
            Pixels.Values.AsSpan(positions[i] * PixelCount, PixelCount).CopyTo(pixels.Values.AsSpan(i * PixelCount));
            labels[i] = Labels[positions[i]];
        }
        return new ImageSet(pixels, labels);
    }

    /// <summary>The images of the classes <paramref name="first"/> to <paramref name="last"/>, counted from 0.</summary>
    public ImageSet OfClasses(int first, int last)
    {
        ImageSet chosen = Take([.. Enumerable.Range(0, Count).Where(i => Labels[i] >= first && Labels[i] <= last)]);
        return chosen with { Labels = [.. chosen.Labels.Select(label => label - first)] };
    }
}
