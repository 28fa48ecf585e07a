namespace LrMath.Plotting.Curves;

/// <summary>A point that survived the reduction.</summary>
/// <param name="X">Its step, or x.</param>
/// <param name="Y">Its height: the value, or the logarithm of the value.</param>
/// <param name="Run">Points of different runs have a gap between them.</param>
/// <param name="Adjacent">Whether it came right after the point before it, so that a step from there to here is a true one.</param>
internal readonly record struct CurvePoint(double X, double Y, int Run, bool Adjacent);
