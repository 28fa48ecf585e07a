using System.Globalization;
using LrMath.Tests.Generation;

namespace LrMath.Soak;

/// <summary>A promise that a composition broke.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Composition">The composition.</param>
/// <param name="Detail">The step and the values.</param>
internal sealed record Violation(string Kind, Composition Composition, string Detail)
{
    /// <summary>What violations of one cause have in common: the promise and the members of the smallest composition.</summary>
    public string Cause => $"{Kind}: {string.Join(' ', Composition.Term.All().OfType<Call>().Select(call => Members.NameOf(call.Member)))}";

    public static Violation Of(string kind, Composition composition, int step, double value, double? expected = null) =>
        new(
            kind,
            composition,
            string.Create(CultureInfo.InvariantCulture, $"at step {step} is {value:R}{(expected is { } other ? $", not {other:R}" : "")}")
        );

    public override string ToString() => $"{Kind}: {Composition} {Detail}";
}
