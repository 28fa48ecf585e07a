namespace LrMath.Playground.Model;

/// <summary>Curves have letters, so that legend, table and list speak of the same one.</summary>
internal static class Letters
{
    private const int Longest = 40;

    /// <summary>The letter of a curve.</summary>
    public static string Of(int index) => ((char)('A' + index)).ToString();

    /// <summary>The letter and the builders and verbs of a curve.</summary>
    public static string Name(int index, CurveState curve)
    {
        string policy = curve.Policy is { } one ? $" under {Calls(one)}" : "";
        string name = $"{Of(index)}: {Calls(curve.Schedule)}{policy}";
        return name.Length <= Longest ? name : $"{name.AsSpan(0, Longest - 1)}…";
    }

    private static string Calls(Series calls) => string.Join(" · ", calls.Items.Select(part => CallTerm.Of(part)?.Name ?? "?"));
}
