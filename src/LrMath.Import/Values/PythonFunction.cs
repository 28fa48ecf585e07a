namespace LrMath.Import.Values;

/// <summary>A lambda of one parameter.</summary>
internal sealed record PythonFunction(Func<object?, object?> Invoke);
