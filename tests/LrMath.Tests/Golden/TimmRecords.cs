namespace LrMath.Tests.Golden;

/// <summary>timm, in LrMath's words.</summary>
internal sealed class TimmRecords : RecordMap
{
    public TimmRecords() : base("timm")
    {
        Loop("PlateauLRScheduler", ClosedLoopRecords.Timm);
    }
}
