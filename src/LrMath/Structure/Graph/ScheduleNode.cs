using System.Runtime.CompilerServices;

[module: SkipLocalsInit]

namespace LrMath.Structure;

/// <summary>
/// The structure behind a schedule. The delegate that users hold is bound to the <see cref="At"/> of a node, so verbs, ranges and
/// <c>Describe</c> can see how the schedule was made.
/// </summary>
internal abstract record ScheduleNode
{
    /// <summary>Combinations work in blocks of this many values, which stay in the nearest cache.</summary>
    internal const int Block = 2048;

    /// <summary>The call that built the schedule, for <c>Describe</c>.</summary>
    internal Call? Said { get; init; }

    /// <summary>
    /// True if a range must call <see cref="At"/> once per step. A user's function is never called at a step that was not requested.
    /// </summary>
    internal virtual bool IsStepByStep => false;

    /// <summary>The linear pieces of the schedule from step 0 on, if it consists of nothing else.</summary>
    internal virtual LinearPiece[]? Pieces => null;

    /// <summary>The value at a step; a negative step is refused.</summary>
    internal abstract double At(int step);

    /// <summary>
    /// The value at a step, and the one from which a ramp of length 0 at this step starts. A user's own function is called once.
    /// </summary>
    internal virtual Entry EntryAt(int step)
    {
        double value = At(step);
        return new(value, value);
    }

    /// <summary>
    /// Writes the values at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>. Neither the first step is negative
    /// nor the last one beyond <see cref="int.MaxValue"/>.
    /// </summary>
    internal void Fill(int first, Span<double> destination)
    {
        while (!destination.IsEmpty)
        {
            int count = FillRun(first, destination);
            destination = destination[count..];

            // The step after the last one may not exist.
            first = destination.IsEmpty ? first : first + count;
        }
    }

    /// <summary>
    /// Writes the first values of a range that is not empty: as many as have one formula, and at least one.
    /// </summary>
    /// <returns>The number of values written.</returns>
    private protected abstract int FillRun(int first, Span<double> destination);

    /// <summary>Writes one value to a whole destination, as a run.</summary>
    private protected static int Fill(double value, Span<double> destination)
    {
        VectorLoops.Fill(value, destination);
        return destination.Length;
    }

    /// <summary>Writes the values of a formula to a whole destination, as a run.</summary>
    private protected static int Fill<TFormula>(in TFormula formula, int first, Span<double> destination)
        where TFormula : struct, IFormula
    {
        VectorLoops.Fill(formula, first, destination);
        return destination.Length;
    }

    /// <summary>The node behind a schedule. A user's own function gets a node that calls it.</summary>
    internal static ScheduleNode Of(Func<int, double> schedule) => schedule.Target as ScheduleNode ?? new UserFunctionNode(schedule);

    /// <summary>The nodes behind several schedules.</summary>
    internal static ScheduleNode[] Of(Func<int, double>[] schedules) => Array.ConvertAll(schedules, Of);
}
