namespace LrMath.Plotting.Curves;

/// <summary>A point that survived the reduction.</summary>
/// <param name="X">Its step, or x.</param>
/// <param name="Y">Its height: the value, or the logarithm of the value.</param>
/// <param name="Run">Points of different runs have a gap between them.</param>
/// <param name="Jump">The largest change from one step to the next in its column; the way to this point is an edge if that is visible.</param>
internal readonly record struct CurvePoint(double X, double Y, int Run, double Jump);
