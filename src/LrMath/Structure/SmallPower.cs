namespace LrMath.Structure;

/// <summary>A power for which <see cref="PowerCurve"/> is good, with what all its curves have in common.</summary>
internal sealed class SmallPower(double exponent)
{
    // Up to here the quotient is good to 2^-54 of what it adds.
    private const double Most = 8;

    internal double Exponent { get; } = exponent;

    internal readonly Growth<Lane1> Growth = new(exponent);

    internal static bool Includes(double exponent) => Math.Abs(exponent) <= Most;
}
