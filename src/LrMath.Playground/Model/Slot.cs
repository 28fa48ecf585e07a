using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>A parameter of a public member.</summary>
public sealed record Slot
{
    internal Slot(Member member, Parameter parameter) => (Member, Parameter) = (member, parameter);

    internal Member Member { get; }

    internal Parameter Parameter { get; }
}
