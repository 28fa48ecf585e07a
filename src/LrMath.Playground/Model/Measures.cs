namespace LrMath.Playground.Model;

/// <summary>What can be said of a curve over the steps in view.</summary>
/// <param name="Total">The sum of its values.</param>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
/// <param name="HighAt">The first step with the highest value.</param>
/// <param name="Last">The value of the last step.</param>
/// <param name="FallsBelow">The step at which it falls below the value that was asked for, and stays; null if it does not.</param>
/// <param name="Jump">The step of the largest change from one step to the next, if it is a jump; null for none.</param>
/// <param name="JumpBy">That change.</param>
public sealed record Measures(double Total, double Low, double High, int HighAt, double Last, int? FallsBelow, int? Jump, double JumpBy)
{
    // A change of a tenth of the range within one step is seen as a jump.
    private const double JumpShare = 0.1;

    /// <summary>Measures a curve.</summary>
    /// <param name="first">The first step.</param>
    /// <param name="values">The value of it and of those that follow; at least one.</param>
    /// <param name="below">The value to fall below; null if nobody asks.</param>
    public static Measures Of(int first, ReadOnlySpan<double> values, double? below)
    {
        double total = 0,
            low = values[0],
            high = values[0],
            jump = 0;
        (int highAt, int jumpAt, int lastAbove) = (0, 0, -1);
        double limit = below ?? double.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            total += value;
            low = Math.Min(low, value);
            if (value > high)
            {
                (high, highAt) = (value, i);
            }

            if (!(value < limit))
            {
                lastAbove = i;
            }

            if (i > 0 && Math.Abs(value - values[i - 1]) > Math.Abs(jump))
            {
                (jump, jumpAt) = (value - values[i - 1], i);
            }
        }

        bool isJump = Math.Abs(jump) > JumpShare * (high - low);
        int? falls = below is not null && lastAbove + 1 < values.Length ? first + lastAbove + 1 : null;
        return new(total, low, high, first + highAt, values[^1], falls, isJump ? first + jumpAt : null, isJump ? jump : 0);
    }
}
