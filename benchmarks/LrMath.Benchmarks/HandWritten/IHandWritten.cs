namespace LrMath.Benchmarks;

/// <summary>A formula as a user would write it: plain arithmetic and branches, with the end held as ours hold it.</summary>
internal interface IHandWritten
{
    double At(int step);
}
