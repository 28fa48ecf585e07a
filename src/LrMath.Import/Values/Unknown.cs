namespace LrMath.Import.Values;

/// <summary>A name without a value, such as the model or the optimizer; an error only where a value is needed.</summary>
internal sealed record Unknown(string Path, int Line)
{
    internal ImportException Refusal(string legal) =>
        new(
            $"Line {Line}: {Path} has no value here, and {legal} is needed. "
                + $"Write it as a literal, or assign it on a line before: {Path.Split('.')[^1].TrimEnd('(', ')')} = …"
        );
}
