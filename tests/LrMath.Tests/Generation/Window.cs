namespace LrMath.Tests.Generation;

/// <summary>A range of steps, and a number that says how it is cut into parts.</summary>
public sealed record Window(int First, int Length, int Part)
{
    internal IEnumerable<Window> Smaller()
    {
        foreach (int length in Reduction.Of(Length))
        {
            yield return this with
            {
                Length = length,
            };
        }

        foreach (int first in Reduction.Of(First))
        {
            yield return this with
            {
                First = first,
            };
        }

        foreach (int part in Reduction.Of(Part).Where(part => part > 0))
        {
            yield return this with
            {
                Part = part,
            };
        }
    }
}
