namespace LrMath.Analysis;

/// <summary>What a run did with the schedule that it should have followed.</summary>
public enum Verdict
{
    /// <summary>It followed the schedule, within the digits of the log.</summary>
    Agrees,

    /// <summary>It was early or late by a number of steps from its first row on: <c>f.Shift(k)</c> or <c>f.Delay(k)</c>.</summary>
    Shifted,

    /// <summary>
    /// Its schedule went on several steps per update, or one step in several updates: <c>f.Stride(n)</c> or <c>f.PerEpoch(n)</c>.
    /// </summary>
    Stretched,

    /// <summary>Its schedule began anew at some step: <c>f.Then(f, at: s)</c>.</summary>
    Restarted,

    /// <summary>Its schedule went on from another position at some step: <c>f.Then(f.Shift(s + k), at: s)</c>.</summary>
    Jumped,

    /// <summary>All its rates are the schedule's times a constant: <c>f.Scale(c)</c>.</summary>
    Scaled,

    /// <summary>Its schedule was no longer followed from some step on: <c>f.Freeze(s)</c>.</summary>
    Stopped,

    /// <summary>Its rates stay within a bound that the schedule does not have: <c>f.Max(…)</c> or <c>f.Min(…)</c>.</summary>
    Clamped,

    /// <summary>Its cosine rises again after the end, as PyTorch's does past <c>T_max</c>.</summary>
    RisesAgain,

    /// <summary>It followed the same schedule with one argument changed.</summary>
    Arguments,

    /// <summary>None of these.</summary>
    Different,
}
