namespace LrMath.Analysis.Identifying;

/// <summary>What an argument of a schedule measures; it decides which numbers a person would write for it.</summary>
internal enum Argument
{
    /// <summary>A value of the schedule.</summary>
    Rate,

    /// <summary>A length in steps, a whole number above 0.</summary>
    Steps,

    /// <summary>A position or length that need not be whole.</summary>
    Position,

    /// <summary>A factor, a fraction or a power.</summary>
    Factor,

    /// <summary>The step at which the schedule has its step 0; a whole number, negative if it began earlier.</summary>
    Origin,
}
