namespace LrMath.Cli.Expressions;

/// <summary><paramref name="Count"/> steps from <paramref name="First"/> on; at least one.</summary>
/// <param name="First">The first step.</param>
/// <param name="Count">How many steps.</param>
internal readonly record struct StepRange(int First, int Count)
{
    /// <summary>The last step.</summary>
    public int Last => First + (Count - 1);

    /// <summary>The same steps, in blocks of at most <paramref name="length"/>.</summary>
    public IEnumerable<StepRange> Blocks(int length)
    {
        for (int done = 0; done < Count; done += Math.Min(length, Count - done))
        {
            yield return new StepRange(First + done, Math.Min(length, Count - done));
        }
    }
}
