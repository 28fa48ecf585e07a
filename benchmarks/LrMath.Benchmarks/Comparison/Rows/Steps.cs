namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Single steps as an entrant.</summary>
internal static class Steps
{
    /// <summary>Calls a schedule at each step; the sum of the values is kept, so that no call can be left out.</summary>
    public static Entrant Add(Race race, string name, Func<int, double> schedule, int[] order) =>
        race.Add(
            name,
            order.Length,
            () =>
            {
                if (double.IsNaN(StepOrders.Sum(schedule, order)))
                {
                    throw new InvalidOperationException($"{name} gives NaN.");
                }
            }
        );
}
