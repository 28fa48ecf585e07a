using System.Diagnostics;
using System.Runtime.CompilerServices;

[module: SkipLocalsInit]

namespace LrMath.Structure;

/// <summary>
/// The structure behind a schedule. The delegate that users hold is bound to the <see cref="At"/> of a node, so verbs, ranges and
/// <c>Describe</c> can see how the schedule was made.
/// </summary>
[DebuggerDisplay("{Expression,nq}")]
internal abstract record ScheduleNode
{
    /// <summary>Combinations work in blocks of this many values, which stay in the nearest cache.</summary>
    internal const int Block = 2048;

    /// <summary>The <see cref="RangeCost"/> of a range that is computed step by step.</summary>
    internal const int StepByStep = 16;

    // Up to these depths nodes are evaluated by nested calls. A buffer on the stack takes 16 KB, a call takes about 100 bytes.
    private const int DeepestCalls = 256;
    private const int DeepestBuffers = 32;

    // What the runtime calls sufficient, 128 KB, is little for the just-in-time compiler, which may have to compile what the deepest call
    // calls.
    private const int MoreStack = 64 * 1024;

    private readonly int depth;

    /// <summary>
    /// A schedule that is computed from others, or by itself. A single part is passed as <c>[part]</c>: without the brackets, the compiler
    /// takes the copy constructor of the record.
    /// </summary>
    private protected ScheduleNode(params ReadOnlySpan<ScheduleNode> parts)
        : this(1, parts) { }

    /// <summary>A schedule of which a range has a cost of its own.</summary>
    private protected ScheduleNode(int rangeCost, params ReadOnlySpan<ScheduleNode> parts)
    {
        RangeCost = rangeCost;
        foreach (ScheduleNode part in parts)
        {
            depth = Math.Max(depth, part.depth + 1);
            RangeCost = Math.Max(RangeCost, part.RangeCost);
        }
    }

    /// <summary>The call that built the schedule, for <c>Describe</c>, JSON and <c>audit</c>.</summary>
    internal Call? Call { get; init; }

    /// <summary>What a debugger shows: the C# of the schedule; the name of a node that no call has made.</summary>
    internal string Expression => Call is null ? GetType().Name : Description.Of(At);

    /// <summary>
    /// About how many values of a formula one value of a range costs. If it is <see cref="StepByStep"/>, no other node makes a range
    /// compute a step that was not requested: a user's function is not called there.
    /// </summary>
    internal int RangeCost { get; private protected init; }

    /// <summary>True if nested calls of <see cref="At"/> might need more stack than there is: see <see cref="DeepNode"/>.</summary>
    internal bool IsDeep => depth > DeepestCalls;

    /// <summary>True if a run may have a buffer on the stack, and one of each of its parts beside it.</summary>
    private protected bool FitsOnStack => depth < DeepestBuffers && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>
    /// The step from which on the schedule holds one value, as its builders and verbs say it; null if there is no such step up to
    /// <see cref="int.MaxValue"/>, or if it is not known, as for a user's function. A node with parts computes it when it is made: a chain
    /// of calls might be too deep for the stack.
    /// </summary>
    internal virtual int? Length => null;

    /// <summary>The linear pieces of the schedule from step 0 on, if it consists of nothing else.</summary>
    internal virtual LinearPiece[]? Pieces => null;

    /// <summary>The value at a step; a negative step is refused.</summary>
    internal abstract double At(int step);

    /// <summary>
    /// The value at a step, and the one from which a ramp of length 0 at this step starts. A user's own function is called once.
    /// </summary>
    internal Entry EntryAt(int step) => depth == 0 ? Entry.At(At(step)) : Walk.EntryAt(this, step);

    /// <summary>
    /// The part whose entry is needed next for the entry at a step; null if all of them are known, or if there are no parts.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="known">The number of parts that are known.</param>
    /// <param name="joined">What they gave, joined.</param>
    internal virtual (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => null;

    /// <summary>The entry at a step from that of one more part.</summary>
    internal virtual Entry Join(int step, int known, Entry joined, Entry part) => part;

    /// <summary>
    /// Writes the values at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>. Neither the first step is negative
    /// nor the last one beyond <see cref="int.MaxValue"/>.
    /// </summary>
    internal void Fill(int first, Span<double> destination)
    {
        if (IsDeep && !HasStack())
        {
            Walk.Fill(this, first, destination);
            return;
        }

        while (!destination.IsEmpty)
        {
            int count = FillRun(first, destination);
            destination = destination[count..];

            // The step after the last one may not exist.
            first = destination.IsEmpty ? first : first + count;
        }
    }

    private static bool HasStack() => RuntimeHelpers.TryEnsureSufficientExecutionStack() && HasStackBelow(stackalloc byte[MoreStack]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool HasStackBelow(Span<byte> _) => RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>
    /// Writes the first values of a range that is not empty, and at least one. Most nodes stop where another formula begins; a node whose
    /// parts may be as short as a step fills all of them in one run.
    /// </summary>
    /// <returns>The number of values written.</returns>
    private protected abstract int FillRun(int first, Span<double> destination);

    /// <summary>Writes the values of a whole destination step by step, as a run.</summary>
    private protected int FillStepByStep(int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Walk.ValueAt(this, first + i);
        }

        return destination.Length;
    }

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
    internal static ScheduleNode Of(Func<int, double> schedule) =>
        schedule.Target switch
        {
            DeepNode deep => deep.Inner,
            ScheduleNode node => node,
            _ => new UserFunctionNode(schedule),
        };

    /// <summary>The nodes behind several schedules.</summary>
    internal static ScheduleNode[] Of(Func<int, double>[] schedules) => Array.ConvertAll(schedules, Of);
}
