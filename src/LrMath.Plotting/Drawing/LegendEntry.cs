namespace LrMath.Plotting.Drawing;

/// <summary>A name and what its sample shows.</summary>
internal sealed record LegendEntry(string Name, LineStyle Style, bool Line, bool Area, bool Mark, bool Solid = false);
