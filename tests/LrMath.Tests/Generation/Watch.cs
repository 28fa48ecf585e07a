namespace LrMath.Tests.Generation;

/// <summary>What functions that are not the library's have been evaluated at.</summary>
internal sealed class Watch
{
    public HashSet<(object Function, double Argument)> Evaluated { get; } = [];

    public void Note(object function, double argument)
    {
        lock (Evaluated)
        {
            Evaluated.Add((function, argument));
        }
    }
}
