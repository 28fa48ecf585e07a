namespace LrMath.Tests.Golden;

/// <summary>Keras 3, in LrMath's words.</summary>
internal sealed class KerasRecords : RecordMap
{
    public KerasRecords() : base("keras")
    {
        Loop("ReduceLROnPlateau", ClosedLoopRecords.Keras);
    }
}
