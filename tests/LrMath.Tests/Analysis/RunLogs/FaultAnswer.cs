namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>How good an audit's answer is.</summary>
internal enum FaultAnswer
{
    /// <summary>The fault, its position and its amount.</summary>
    Right,

    /// <summary>Another fault that explains every row as well, or an amount that the digits allow.</summary>
    Other,

    /// <summary>Nothing that explains the log.</summary>
    Wrong,
}
