using System.Reflection;
using System.Runtime.CompilerServices;

namespace LrMath.Data;

/// <summary>One parameter of a public member.</summary>
/// <param name="Name">Its name, the same in C# and in JSON.</param>
/// <param name="Type">Its type; an <see cref="IReadOnlyList{T}"/> for every list.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Default">What it is then.</param>
/// <param name="IsParams">Whether C# takes the elements of the list one by one.</param>
internal sealed record Parameter(string Name, Type Type, bool IsOptional, object? Default, bool IsParams)
{
    internal static Parameter Of(ParameterInfo parameter) => new(
        parameter.Name!,
        parameter.ParameterType,
        parameter.HasDefaultValue,
        parameter.HasDefaultValue ? parameter.DefaultValue : null,
        parameter.IsDefined(typeof(ParamCollectionAttribute)));

    /// <summary>Whether a value is one of this parameter's type.</summary>
    internal bool Takes(object? value) => value is null
        ? IsOptional && (!Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null)
        : Type.IsInstanceOfType(value);
}
