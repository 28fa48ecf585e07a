using LrMath.Import;

namespace LrMath.Tests.Golden;

/// <summary>What libraries save, read by LrMath.Import.</summary>
internal sealed class InteropRecords : RecordMap
{
    public InteropRecords()
        : base("interop")
    {
        Rate("keras_config", a => Whole(ScheduleImport.Json(a.Raw("config").GetRawText())));
        Record(
            "torch_state",
            r =>
            {
                // The record's arguments are a checkpoint: class, state, and the optimizer's rate then.
                Imported read = ScheduleImport.Json(
                    $$"""{"class": {{r.Args.Raw("class").GetRawText()}}, "state": {{r.Args.Raw("state").GetRawText()}}, "rate": {{r.Args.Raw("rate").GetRawText()}}}"""
                );
                if (read.Step != r.Args.Int("after"))
                {
                    throw new GoldenException($"the state stands at step {read.Step}");
                }

                return Whole(read);
            }
        );
        Record(
            "python_call",
            r => Whole(ScheduleImport.PythonCode(r.Args.Text("call"), new ImportOptions { BaseRate = r.BaseRateOrNull }))
        );
    }

    internal static Answer Whole(Imported read) =>
        read.Momentum is { } momentum ? ((Answer)read.Schedule).With("momentum", momentum) : read.Schedule;
}
