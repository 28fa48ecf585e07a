namespace LrMath.Tests.Golden;

/// <summary>Hugging Face Transformers, in LrMath's words.</summary>
internal sealed class TransformersRecords : RecordMap
{
    public TransformersRecords() : base("transformers")
    {
        Loop("GreedyLR", ClosedLoopRecords.Transformers);
    }
}
