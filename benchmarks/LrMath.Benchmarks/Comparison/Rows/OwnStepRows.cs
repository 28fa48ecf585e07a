namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>
/// A range beside its own steps. The goal is easily reached where fused multiply-add is an instruction; run with
/// <c>DOTNET_EnableAVX2=0</c> for a processor that has none.
/// </summary>
internal static class OwnStepRows
{
    public static void Add(Race race, Buffers buffers)
    {
        double[] values = buffers.Doubles;
        int[] order = StepOrders.Ascending(values.Length);
        race.Group("A range beside its own steps, per value");
        foreach (Subject subject in Catalogue.All(values.Length))
        {
            race.Row(
                subject.Name,
                "its steps",
                Goal.AtMost(1),
                race.Add(subject.Name, values.Length, () => subject.Schedule.Evaluate(0, values)),
                Steps.Add(race, "its steps", subject.Schedule, order)
            );
        }
    }
}
