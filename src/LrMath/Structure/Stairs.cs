namespace LrMath.Structure;

/// <summary>Equal lengths one after another, not necessarily whole: number k starts at k·width, and no logarithm or quotient decides it.</summary>
internal readonly record struct Stairs(double Width)
{
    private readonly double inverse = 1 / Width;

    /// <summary>The last one that starts at or before a step.</summary>
    internal int IndexAt(int step)
    {
        int index = (int)(step * inverse);
        while (index > 0 && index * Width > step)
        {
            index--;
        }

        while ((index + 1.0) * Width <= step)
        {
            index++;
        }

        return index;
    }

    /// <summary>The position at which one starts.</summary>
    internal double StartOf(double index) => index * Width;
}
