namespace LrMath.Frameworks;

/// <summary>
/// The schedules of <c>optax</c> under their own names, with their arguments in C# case and their defaults. Each gives optax's number at
/// every count.
/// </summary>
/// <remarks>
/// <para>A step is optax's <c>count</c>: 0 for the first update. All schedules hold their last value, boundaries belong to what comes after
/// them, and a warm-up starts from its very first value.</para>
/// <para>optax takes almost anything, logs a warning and gives a constant. Such cases are kept where they have a meaning (they are named
/// with each schedule); what would give NaN, infinity or an error later is refused when the schedule is built.</para>
/// <para>optax computes in single precision unless told otherwise, and under <c>jit</c> a polynomial of a power that is not whole can be
/// NaN after its end, and a staircase a step late. Here each value is the closed form in double precision.</para>
/// </remarks>
public static partial class Optax;
