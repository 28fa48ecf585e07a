namespace LrMath.Tests.Golden;

/// <summary>PyTorch Ignite, in LrMath's words.</summary>
internal sealed class IgniteRecords : RecordMap
{
    public IgniteRecords() : base("ignite")
    {
        Loop("ReduceLROnPlateauScheduler", ClosedLoopRecords.Ignite);
    }
}
