namespace LrMath.Cli.Drawing;

/// <summary>Where values lie between the bottom (0) and the top (1) of a plot.</summary>
internal sealed class ValueAxis
{
    private readonly double low;
    private readonly double high;
    private readonly bool log;

    /// <summary>An axis that reaches from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">The value at the bottom; above 0 on a log axis.</param>
    /// <param name="high">The value at the top; not below <paramref name="low"/>.</param>
    /// <param name="log">Whether equal distances are equal factors.</param>
    public ValueAxis(double low, double high, bool log)
    {
        this.log = log;
        (this.low, this.high) = (Scale(low), Scale(high));
        if (this.low == this.high)
        {
            double margin = this.low == 0 ? 1 : Math.Abs(this.low) / 2;
            (this.low, this.high) = (this.low - margin, this.high + margin);
        }
    }

    /// <summary>The height of a value; not finite for a value that a log axis cannot show.</summary>
    public double HeightOf(double value) => double.IsFinite(high - low)
        ? (Scale(value) - low) / (high - low)
        : (Scale(value) / 2 - low / 2) / (high / 2 - low / 2);

    /// <summary>Round values along the axis.</summary>
    /// <param name="atMost">How many there is room for.</param>
    public IEnumerable<double> RoundValues(int atMost) => log
        ? Ticks.Between(low, high, atMost, smallest: 1).Select(exponent => Math.Pow(10, exponent))
        : Ticks.Between(low, high, atMost);

    private double Scale(double value) => log ? Math.Log10(value) : value;
}
