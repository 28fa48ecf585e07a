using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>What the library refuses.</summary>
/// <param name="Place">The JSON path of the argument.</param>
/// <param name="Message">What the library says.</param>
public sealed record Fault(string Place, string Message)
{
    /// <summary>The refusal of a part.</summary>
    internal static Fault Of(ScheduleJsonException refusal) =>
        new(
            refusal.Path ?? "$",
            refusal.InnerException is ArgumentException own
                ? FirstLine(own)
                : $"found {refusal.Found}; legal is {refusal.Legal}.{(refusal.Nearest is null ? "" : $" Did you mean {refusal.Nearest}?")}"
        );

    private static string FirstLine(ArgumentException refusal)
    {
        string line = refusal.Message.Split('\n', 2)[0].TrimEnd('\r');
        string suffix = $" (Parameter '{refusal.ParamName}')";
        return line.EndsWith(suffix, StringComparison.Ordinal) ? line[..^suffix.Length] : line;
    }
}
