namespace LrMath.Data;

/// <summary>What a parameter was given.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value, in the parameter's type.</param>
internal sealed record Argument(Parameter Parameter, object? Value)
{
    /// <summary>Whether it is what leaving it out gives.</summary>
    internal bool IsDefault => Parameter.IsOptional && Equals(Value, Parameter.Default);
}
