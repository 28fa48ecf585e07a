using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>Something that can be chosen by name.</summary>
/// <param name="Member">What it calls.</param>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Group">Where it stands in the list.</param>
/// <param name="Label">What the list calls it.</param>
internal sealed record Entry(Member Member, string Name, string Group, string Label);
