namespace LrMath.Analysis.Identifying;

/// <summary>A way to write a schedule, with its arguments left open.</summary>
/// <param name="Arguments">What each argument measures.</param>
/// <param name="Model">The schedule for real-valued arguments, to be fitted; <see langword="null"/> where they make no sense.</param>
/// <param name="Build">
/// The same of rounded arguments, as a person would write it; <see langword="null"/> where that cannot be written.
/// </param>
internal sealed record Form(Argument[] Arguments, Func<double[], Func<int, double>?> Model, Func<double[], Func<int, double>?> Build)
{
    /// <summary>
    /// The argument that is rounded last, because it is a round number only in relation to the others, if there is one.
    /// </summary>
    public int? Last { get; init; }

    /// <summary>Numbers that are likely for an argument, given the others; they are tried before round numbers.</summary>
    public Func<double[], int, IEnumerable<double>> Likely { get; init; } = (_, _) => [];
}
