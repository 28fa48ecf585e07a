namespace LrMath.Tests.Golden;

/// <summary>MMEngine, in LrMath's words.</summary>
internal sealed class MMEngineRecords : RecordMap
{
    public MMEngineRecords() : base("mmengine")
    {
        Loop("ReduceOnPlateauLR", ClosedLoopRecords.MMEngine);
    }
}
