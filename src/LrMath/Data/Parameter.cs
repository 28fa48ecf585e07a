using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LrMath.Data;

/// <summary>One parameter of a public member, or one property of a policy.</summary>
/// <param name="Name">Its name in JSON, which for a parameter is the one in C#.</param>
/// <param name="Type">Its type; an <see cref="IReadOnlyList{T}"/> for every list.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Default">What it is then.</param>
/// <param name="IsParams">Whether C# takes the elements of the list one by one.</param>
/// <param name="Of">The value that a policy has for it; null if it is no property of one.</param>
internal sealed record Parameter(
    string Name,
    Type Type,
    bool IsOptional,
    object? Default,
    bool IsParams = false,
    Func<object, object?>? Of = null
)
{
    internal static Parameter From(ParameterInfo parameter) =>
        new(
            Camel(parameter.Name!),
            parameter.ParameterType,
            parameter.HasDefaultValue,
            parameter.HasDefaultValue ? parameter.DefaultValue : null,
            parameter.IsDefined(typeof(ParamCollectionAttribute))
        );

    internal static Parameter From(PropertyInfo property, object preset) =>
        new(Camel(property.Name), property.PropertyType, IsOptional: true, property.GetValue(preset), Of: property.GetValue);

    /// <summary>Whether a value is one of this parameter's type.</summary>
    internal bool Takes(object? value) =>
        value is null ? IsOptional && (!Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null) : Type.IsInstanceOfType(value);

    /// <summary>A name of C# as it is written in JSON, its first word in lower case.</summary>
    internal static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
