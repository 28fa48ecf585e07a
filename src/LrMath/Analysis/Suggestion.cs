using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LrMath.Analysis;

/// <summary>The answer of a range-test analysis: a rate read off the log, or the reason why there is none.</summary>
/// <remarks>
/// Reading <see cref="Rate"/>, <see cref="Index"/> or <see cref="Point"/> of a suggestion that was not found throws, with the reason as
/// its message; read <see cref="Found"/> or <see cref="TryGetRate"/> first where bad luck is to be handled.
/// </remarks>
public sealed record Suggestion
{
    private readonly double rate;
    private readonly int index;
    private readonly RatePoint point;

    private Suggestion(double rate, int index, RatePoint point) => (this.rate, this.index, this.point) = (rate, index, point);

    private Suggestion(string reason) => Reason = reason;

    /// <summary>Whether there is a rate.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Found => Reason is null;

    /// <summary>Why there is no rate; <see langword="null"/> where there is one.</summary>
    public string? Reason { get; }

    /// <summary>The suggested rate, positive.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public double Rate => Found ? rate : throw new InvalidOperationException(Reason);

    /// <summary>The zero-based position, in the log that was given, of the point the suggestion stands on.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public int Index => Found ? index : throw new InvalidOperationException(Reason);

    /// <summary>Where on the curve to mark the suggestion; its rate differs from <see cref="Rate"/> where that is a fraction of
    /// it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public RatePoint Point => Found ? point : throw new InvalidOperationException(Reason);

    /// <summary>The suggested rate, if there is one.</summary>
    /// <param name="rate">The rate, or 0 where there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetRate(out double rate)
    {
        rate = this.rate;
        return Found;
    }

    /// <summary>The rate with its index, or the reason, independent of culture.</summary>
    public override string ToString() => Found ? string.Create(CultureInfo.InvariantCulture, $"{rate} (point {index})") : $"none: {Reason}";

    internal static Suggestion At(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, int index) =>
        new(rates[index], index, new RatePoint(rates[index], losses[index]));

    internal static Suggestion Of(double rate, int index, RatePoint point) => new(rate, index, point);

    /// <summary>A fraction of a rate, marked where the curve passes it.</summary>
    internal static Suggestion Slid(
        ReadOnlySpan<double> rates,
        ReadOnlySpan<double> losses,
        int index,
        double factor,
        Func<double, double> logarithm
    )
    {
        double[] logarithms = new double[rates.Length];
        for (int i = 0; i < logarithms.Length; i++)
        {
            logarithms[i] = logarithm(rates[i]);
        }

        double rate = rates[index] * factor;
        return new Suggestion(rate, index, new RatePoint(rate, Curve.LossAt(logarithms, losses, Math.Log10(rate))));
    }

    internal static Suggestion None(string reason) => new(reason);

    internal Suggestion Moved(int offset) => Found ? new Suggestion(rate, index + offset, point) : this;
}
