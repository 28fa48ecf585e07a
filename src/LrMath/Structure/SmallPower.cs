namespace LrMath.Structure;

/// <summary>A power for which <see cref="PowerCurve"/> is good, with what all its curves have in common.</summary>
internal sealed class SmallPower(double exponent)
{
    // Up to here a growth is the square of a square.
    private const double Most = 12;

    internal double Exponent { get; } = exponent;

    internal readonly Growth<Lane1> Growth = new(exponent);

    internal static bool Includes(double exponent) => Math.Abs(exponent) <= Most;
}
