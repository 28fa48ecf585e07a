namespace LrMath.Playground.Model;

/// <summary>The documentation of a public member, without markup.</summary>
/// <param name="Summary">What it does.</param>
/// <param name="Remarks">What else there is to say: the equation, the names in other libraries, the source.</param>
/// <param name="Parameters">The parameters with units and legal ranges.</param>
internal sealed record DocText(string Summary, string Remarks, IReadOnlyDictionary<string, string> Parameters);
