namespace LrMath.ClosedLoop;

/// <summary>What a policy remembers between two metrics: an immutable value, of which the loop itself reads the scale only.</summary>
public interface ILoopState
{
    /// <summary>The factor on the schedule's value (dimensionless, finite).</summary>
    double Scale { get; }
}
