namespace LrMath.Structure;

/// <summary>A power for which <see cref="PowerCurve"/> is good, with what all its curves have in common.</summary>
internal sealed record SmallPower(double Exponent)
{
    // Above it a growth would be more than the square of a square; below it a power is 1 to the last digit wherever it is not 0.
    private const double Most = 12;
    private const double Least = 1e-18;

    internal readonly Growth<Lane1> Growth = new(Exponent);

    internal static bool Includes(double exponent) => Math.Abs(exponent) is >= Least and <= Most;
}
