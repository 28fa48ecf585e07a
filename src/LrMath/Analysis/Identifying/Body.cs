namespace LrMath.Analysis.Identifying;

/// <summary>What a schedule does after its warm-up, if it has one.</summary>
/// <param name="Arguments">What its arguments measure; the first is its value at its own step 0.</param>
/// <param name="At">
/// The value at each of its own steps, which need not be whole; <see langword="null"/> where the arguments make no sense.
/// </param>
/// <param name="Build">The schedule of rounded arguments.</param>
/// <param name="Guesses">First guesses of the arguments from the rows after the warm-up.</param>
internal sealed record Body(
    Argument[] Arguments,
    Func<double[], Func<double, double>?> At,
    Func<double[], Func<int, double>?> Build,
    Func<Tail, IEnumerable<double[]>> Guesses
)
{
    /// <summary>A shorter way to write the schedule together with its warm-up, where there is one.</summary>
    public Func<Warmed, Func<int, double>?> Whole { get; init; } = _ => null;

    /// <summary>Arguments that stay as they are guessed; each list is tried with each guess.</summary>
    public int[][] Kept { get; init; } =
    [
        [],
    ];

    /// <summary>See <see cref="Form.Last"/>; counted from the body's first argument.</summary>
    public int? Last { get; init; }

    /// <summary>See <see cref="Form.Likely"/>.</summary>
    public Func<double[], int, IEnumerable<double>> Likely { get; init; } = (_, _) => [];
}

/// <summary>A body with its warm-up.</summary>
/// <param name="Origin">The step of the log that is the schedule's step 0.</param>
/// <param name="From">The value there.</param>
/// <param name="Steps">The length of the warm-up.</param>
/// <param name="Arguments">Those of the body.</param>
internal readonly record struct Warmed(int Origin, double From, int Steps, double[] Arguments);
