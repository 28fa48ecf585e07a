namespace LrMath.Plotting.Curves;

/// <summary>A labelled vertical line.</summary>
internal sealed record Marker(string Label, double X);
