namespace LrMath.Data;

/// <summary>
/// What a parameter's name and type say of its unit and of the numbers that are legal for it. Whatever lies outside is refused; what lies
/// inside may be refused because of another argument. A law checks it for every member.
/// </summary>
/// <param name="Unit">The unit: steps, a fraction of the whole; null if the name does not tell.</param>
/// <param name="Least">The least number; null if there is none.</param>
/// <param name="IsLeastLegal">Whether the least number itself is legal.</param>
/// <param name="Most">The greatest number; null if there is none.</param>
internal sealed record Bounds(string? Unit, double? Least, bool IsLeastLegal, double? Most)
{
    private static readonly string[] Fractions = ["warmupFraction", "flatFraction", "cutFraction", "pctStart", "pctFinal", "phasePct"];

    private static readonly string[] Lengths = ["every", "period", "timescale", "halfPeriod", "stepsPerEpoch"];

    private static readonly string[] Positions = ["milestones", "boundaries", "at", "step"];

    /// <summary>
    /// What is known of a parameter of LrMath's own builders and verbs; a framework's preset takes what the framework takes.
    /// </summary>
    internal static Bounds Of(Member member, Parameter parameter)
    {
        bool goesEitherWay = member is { Room: nameof(Verbs), Name: nameof(Verbs.Shift) };
        if (goesEitherWay || member.Room is not (nameof(Schedule) or nameof(Verbs)))
        {
            return new Bounds(null, null, false, null);
        }

        // Where null is legal, another argument may say that this one is not looked at.
        Type type = parameter.Type;
        string name = parameter.Name;
        if (type == typeof(long))
        {
            return new Bounds(null, 1, true, null);
        }

        bool isWhole = type == typeof(int) || type == typeof(IReadOnlyList<int>);
        if (type == typeof(double) && Fractions.Contains(name, StringComparer.Ordinal))
        {
            return new Bounds("fraction", 0, true, 1);
        }

        if (type == typeof(double) && Lengths.Contains(name, StringComparer.Ordinal))
        {
            return new Bounds("steps", 0, false, null);
        }

        bool areSteps =
            name.EndsWith("steps", StringComparison.OrdinalIgnoreCase)
            || Lengths.Contains(name, StringComparer.Ordinal)
            || Positions.Contains(name, StringComparer.Ordinal);
        return isWhole ? new Bounds(areSteps ? "steps" : null, 0, true, int.MaxValue) : new Bounds(null, null, false, null);
    }
}
