using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LrMath.Tests.Structure;

/// <summary>The public members of an assembly, a line each, sorted.</summary>
internal static class PublicApiText
{
    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (
            Type type in assembly
                .GetExportedTypes()
                .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, full: true)).Append('\n');
            IEnumerable<string> members =
                from one in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                where one is not MethodInfo { IsSpecialName: true } || one.Name.StartsWith("op_", StringComparison.Ordinal)
                where one is not Type && !one.Name.Contains('<', StringComparison.Ordinal)
                where !(type.IsSubclassOf(typeof(MulticastDelegate)) && one.Name != "Invoke")
                select Line(one);
            foreach (string line in members.Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsSubclassOf(typeof(MulticastDelegate)) ? "delegate"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string Line(MemberInfo member) =>
        member switch
        {
            MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            PropertyInfo property => $"{(property.GetMethod!.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ "
                + $"get;{Setter(property)} }}",
            FieldInfo field => $"{(field.IsLiteral ? "const" : "field")} {Name(field.FieldType)} "
                + $"{field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "")}",
            _ => member.ToString()!,
        };

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;"
        : " set;";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{(IsParams(parameter) ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}"
                    + (parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "")
                )
        );

    private static bool IsParams(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));

    private static string Literal(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Name(Type type, bool full = false)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        }

        string name = full && type.FullName is not null ? type.FullName : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument)))}>" : name;
    }
}
