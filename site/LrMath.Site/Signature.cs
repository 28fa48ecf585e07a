using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using LrMath.Data;

namespace LrMath.Site;

/// <summary>Members in C#, as a reader writes and sees them.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The parameters that a call names: not the receiver of an extension.</summary>
    public static ParameterInfo[] Arguments(MemberInfo member) =>
        member is MethodBase method ? [.. method.GetParameters().Skip(IsExtension(member) ? 1 : 0)] : [];

    /// <summary>Whether it is called on a value instead of a class.</summary>
    public static bool IsExtension(MemberInfo member) => member.IsDefined(typeof(ExtensionAttribute));

    /// <summary>A declaration on one line, or with a line for each of many parameters.</summary>
    public static string Of(MemberInfo member)
    {
        if (member is PropertyInfo property)
        {
            return $"{Name(property.PropertyType)} {property.DeclaringType!.Name}.{property.Name}";
        }

        var method = (MethodInfo)member;
        string receiver = IsExtension(member) ? method.GetParameters()[0].Name! : method.DeclaringType!.Name;
        string[] parameters = [.. Arguments(member).Select(Declared)];
        string head = $"{Name(method.ReturnType)} {receiver}.{method.Name}{TypeParameters(method)}";
        string line = $"{head}({string.Join(", ", parameters)})";
        return line.Length <= 100 ? line : $"{head}(\n    {string.Join(",\n    ", parameters)})";
    }

    /// <summary>A type, with a question mark where null is legal.</summary>
    public static string Of(ParameterInfo parameter) =>
        Name(parameter.ParameterType)
        + (!parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? "?" : "");

    /// <summary>A default value in C#; nothing for a parameter that must be given.</summary>
    public static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue
            ? ""
            : parameter.DefaultValue switch
            {
                null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
                    ? "default"
                    : "null",
                bool value => value ? "true" : "false",
                string text => $"\"{text}\"",
                Enum value => $"{value.GetType().Name}.{value}",
                double value => JsonWriting.Number(value),
                object value when parameter.ParameterType.IsEnum =>
                    $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, value)}",
                object value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };

    private static string Declared(ParameterInfo parameter)
    {
        bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        string value = Default(parameter);
        return $"{(isParams ? "params " : "")}{Of(parameter)} {parameter.Name}{(value.Length > 0 ? $" = {value}" : "")}";
    }

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericType)
        {
            string arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
            return type.FullName?.StartsWith("System.ValueTuple", StringComparison.Ordinal) == true
                ? $"({arguments})"
                : $"{type.Name.Split('`')[0]}<{arguments}>";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double when !type.IsEnum => "double",
            TypeCode.Single => "float",
            TypeCode.Int32 when !type.IsEnum => "int",
            TypeCode.Int64 when !type.IsEnum => "long",
            TypeCode.Boolean => "bool",
            TypeCode.String => "string",
            _ => type == typeof(void) ? "void" : type.Name,
        };
    }
}
