using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LrMath.Frameworks;

namespace LrMath.Data;

/// <summary>One class of the public API and those of its members that make something.</summary>
/// <param name="Name">The name of the class, as it stands before the dot in C#.</param>
/// <param name="Members">Its members, overloads as they are.</param>
internal sealed record Room(string Name, IReadOnlyList<Member> Members)
{
    private const DynamicallyAccessedMemberTypes Statics =
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicProperties;

    private const DynamicallyAccessedMemberTypes Values = Statics | DynamicallyAccessedMemberTypes.PublicConstructors;

    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The same class with members of another one in the place of its own that have their names.</summary>
    internal Room Replacing(Room other) =>
        new(
            Name,
            [
                .. Members.Where(member => other.Members.All(one => one.Name != member.Name)),
                .. other.Members.Select(member => member with { Room = Name }),
            ]
        );

    /// <summary>A static class of methods and properties; if they are called on a schedule, that is no parameter.</summary>
    internal static Room Of([DynamicallyAccessedMembers(Statics)] Type type, bool onSchedules = false)
    {
        List<Member> members = [];
        foreach (PropertyInfo property in type.GetProperties(PublicStatic).Where(property => Makes(property.PropertyType)))
        {
            MethodInfo getter = property.GetMethod!;
            members.Add(new Member(type.Name, property.Name, property.PropertyType, [], getter, (_, _) => property.GetValue(null)!));
        }

        foreach (MethodInfo method in type.GetMethods(PublicStatic).Where(method => !method.IsSpecialName && Makes(method.ReturnType)))
        {
            Parameter[] parameters = [.. method.GetParameters().Skip(onSchedules ? 1 : 0).Select(Parameter.From)];
            members.Add(
                new Member(
                    type.Name,
                    method.Name,
                    method.ReturnType,
                    parameters,
                    method,
                    (receiver, values) =>
                        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, onSchedules ? [receiver, .. values] : values, null)!
                )
            );
        }

        return new Room(type.Name, members);
    }

    /// <summary>
    /// Whether a value of this type is a schedule, or a part of one. Several schedules, one for each parameter group or layer, are
    /// none.
    /// </summary>
    private static bool Makes(Type type) =>
        type == typeof(Func<int, double>)
        || type == typeof(RateAndMomentum)
        || type == typeof(Shape)
        || type == typeof(CyclicMode)
        || PublicTable.Policies.Any(policy => policy.Members[0].Result == type);

    /// <summary>
    /// A record whose properties are set by name: its constructor without parameters and its presets, each with all properties that can be
    /// set as parameters and with its own values as their defaults.
    /// </summary>
    internal static Room OfPolicy<[DynamicallyAccessedMembers(Values)] T>()
        where T : class, new()
    {
        PropertyInfo[] knobs = Array.FindAll(
            typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => property.CanWrite
        );
        List<Member> members = [Preset("", new T(), typeof(T).GetConstructor([])!)];
        foreach (PropertyInfo property in typeof(T).GetProperties(PublicStatic).Where(property => property.PropertyType == typeof(T)))
        {
            members.Add(Preset(property.Name, (T)property.GetValue(null)!, property.GetMethod!));
        }

        return new Room(typeof(T).Name, members);

        Member Preset(string name, T preset, MethodBase method)
        {
            Parameter[] parameters = Array.ConvertAll(knobs, knob => Parameter.From(knob, preset));
            return new Member(
                typeof(T).Name,
                name,
                typeof(T),
                parameters,
                method,
                (_, values) =>
                {
                    T policy = new();
                    for (int i = 0; i < knobs.Length; i++)
                    {
                        knobs[i].SetValue(policy, values[i], BindingFlags.DoNotWrapExceptions, null, null, null);
                    }

                    return policy;
                }
            );
        }
    }

    /// <summary>A record whose values are given to its constructor.</summary>
    internal static Room OfValue<[DynamicallyAccessedMembers(Values)] T>()
        where T : class
    {
        ConstructorInfo constructor = typeof(T).GetConstructors().Single();
        Parameter[] parameters = Array.ConvertAll(constructor.GetParameters(), Parameter.From);
        return new Room(
            typeof(T).Name,
            [
                new Member(
                    typeof(T).Name,
                    "",
                    typeof(T),
                    parameters,
                    constructor,
                    (_, values) => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null)
                ),
            ]
        );
    }
}
