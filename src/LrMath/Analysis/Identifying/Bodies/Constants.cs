namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>A constant.</summary>
internal static class Constants
{
    public static Body Body { get; } =
        new(
            [Argument.Rate],
            a => _ => a[0],
            a => Schedule.Constant(a[0]),
            tail =>
                [
                    [tail.Rates[^1]],
                ]
        );
}
