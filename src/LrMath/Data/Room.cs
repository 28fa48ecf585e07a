using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace LrMath.Data;

/// <summary>One class of the public API and those of its members that make something.</summary>
/// <param name="Name">The name of the class, as it stands before the dot in C#.</param>
/// <param name="HasReceiver">Whether its methods are called on a schedule, which is then no parameter.</param>
/// <param name="Members">Its members, overloads as they are.</param>
internal sealed record Room(string Name, bool HasReceiver, IReadOnlyList<Member> Members)
{
    private const DynamicallyAccessedMemberTypes Kept = DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicProperties;

    internal static Room Of([DynamicallyAccessedMembers(Kept)] Type type, bool hasReceiver = false)
    {
        const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        List<Member> members = [];
        Room room = new(type.Name, hasReceiver, members);
        foreach (PropertyInfo property in type.GetProperties(PublicStatic))
        {
            members.Add(new Member(room, property.Name, property.PropertyType, [], property.GetMethod!));
        }

        foreach (MethodInfo method in type.GetMethods(PublicStatic).Where(method => !method.IsSpecialName))
        {
            IEnumerable<ParameterInfo> parameters = method.GetParameters().Skip(hasReceiver ? 1 : 0);
            members.Add(new Member(room, method.Name, method.ReturnType, [.. parameters.Select(Parameter.Of)], method));
        }

        return room;
    }
}
