using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>Something that can be chosen by name.</summary>
public sealed record Entry
{
    internal Entry(Member member, string name, string group, string label) => (Member, Name, Group, Label) = (member, name, group, label);

    /// <summary>What it calls.</summary>
    internal Member Member { get; }

    /// <summary>Its name in JSON.</summary>
    public string Name { get; }

    /// <summary>Where it stands in the list.</summary>
    public string Group { get; }

    /// <summary>What the list calls it.</summary>
    public string Label { get; }

    /// <summary>Its parameters.</summary>
    public IEnumerable<Slot> Slots => Member.Parameters.Select(parameter => new Slot(Member, parameter));
}
