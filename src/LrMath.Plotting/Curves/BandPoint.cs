namespace LrMath.Plotting.Curves;

/// <summary>The heights of a band at one x; points of different runs have a gap between them.</summary>
internal readonly record struct BandPoint(double X, double Low, double High, int Run);
