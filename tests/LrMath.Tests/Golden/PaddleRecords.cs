namespace LrMath.Tests.Golden;

/// <summary>PaddlePaddle, in LrMath's words.</summary>
internal sealed class PaddleRecords : RecordMap
{
    public PaddleRecords() : base("paddle")
    {
        Loop("ReduceOnPlateau", ClosedLoopRecords.Paddle);
    }
}
