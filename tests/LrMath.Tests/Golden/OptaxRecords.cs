namespace LrMath.Tests.Golden;

/// <summary>optax, in LrMath's words.</summary>
internal sealed class OptaxRecords : RecordMap
{
    public OptaxRecords() : base("optax")
    {
        Loop("reduce_on_plateau", ClosedLoopRecords.Optax);
    }
}
