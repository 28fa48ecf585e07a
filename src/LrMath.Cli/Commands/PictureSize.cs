namespace LrMath.Cli.Commands;

/// <summary>How large a picture is, in pixels.</summary>
internal sealed record PictureSize(int Width, int Height);
