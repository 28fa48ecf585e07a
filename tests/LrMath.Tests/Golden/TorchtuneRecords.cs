namespace LrMath.Tests.Golden;

/// <summary>torchtune, in LrMath's words: diffusers' cosine.</summary>
internal sealed class TorchtuneRecords : RecordMap
{
    public TorchtuneRecords()
        : base("torchtune") =>
        Rate("get_cosine_schedule_with_warmup", (a, rate) => DiffusersRecords.Cosine(a, rate, a.Number("num_cycles")));
}
