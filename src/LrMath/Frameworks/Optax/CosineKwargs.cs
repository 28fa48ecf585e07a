using System.Globalization;

namespace LrMath.Frameworks;

/// <summary>One cycle of <see cref="Optax.SgdrSchedule"/>: the arguments of <see cref="Optax.WarmupCosineDecaySchedule"/>, which checks
/// them.</summary>
/// <param name="InitValue">The value at the first step of the cycle; finite.</param>
/// <param name="PeakValue">The value after the warm-up; finite.</param>
/// <param name="WarmupSteps">The length of the way up in steps, 0 or more.</param>
/// <param name="DecaySteps">The length of the cycle in steps, warm-up counted in; more than <paramref name="WarmupSteps"/>.</param>
/// <param name="EndValue">The value that the cycle heads for; finite.</param>
/// <param name="Exponent">The power of the cosine, dimensionless, 0 or more.</param>
public sealed record CosineKwargs(
    double InitValue,
    double PeakValue,
    int WarmupSteps,
    int DecaySteps,
    double EndValue = 0,
    double Exponent = 1
)
{
    /// <summary>All arguments by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"CosineKwargs {{ InitValue = {InitValue}, PeakValue = {PeakValue}, WarmupSteps = {WarmupSteps}, DecaySteps = "
                + $"{DecaySteps}, EndValue = {EndValue}, Exponent = {Exponent} }}"
        );
}
