using System.Reflection;
using System.Runtime.CompilerServices;
using LrMath.MathNet;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>A public name that an expression can use.</summary>
/// <param name="Name">The name itself.</param>
/// <param name="Written">How it is written in an expression.</param>
internal sealed record KnownName(string Name, string Written)
{
    /// <summary>Every type of the library, every static member of them and of <see cref="Math"/>, and every verb.</summary>
    public static IReadOnlyList<KnownName> All { get; } =
    [
        .. typeof(Schedule)
            .Assembly.GetExportedTypes()
            .Append(typeof(Math))
            .SelectMany(type => Members(type).Prepend(new KnownName(type.Name, type.Name)))
            .Where(known => known.Name.All(c => char.IsLetterOrDigit(c)))
            .Distinct(),
    ];

    /// <summary>The verbs, which are written behind a schedule.</summary>
    public static IEnumerable<KnownName> Verbs => All.Where(known => known.Written[0] == '.');

    private static IEnumerable<KnownName> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is FieldInfo or PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => new KnownName(member.Name, Text(type, member)));

    private static string Text(Type type, MemberInfo member) =>
        member.IsDefined(typeof(ExtensionAttribute)) ? $".{member.Name}"
        : type == typeof(Schedule) || type == typeof(MathNetExtensions) ? member.Name
        : $"{type.Name}.{member.Name}";
}
