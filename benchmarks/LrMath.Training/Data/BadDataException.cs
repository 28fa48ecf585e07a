namespace LrMath.Training;

/// <summary>A data file that cannot be used; the message names the file, and the line where there are lines.</summary>
public sealed class BadDataException(string message, Exception? inner = null) : Exception(message, inner);
