using System.Globalization;
using FsCheck.Xunit;

[assembly: LrMath.Tests.Generation.SeededProperties]

namespace LrMath.Tests.Generation;

/// <summary>What all [Property] methods of the tests have in common.</summary>
public sealed class SeededPropertiesAttribute : PropertiesAttribute
{
    public SeededPropertiesAttribute()
    {
        Replay = string.Create(CultureInfo.InvariantCulture, $"{Seed.OfThisRun},{(Seed.OfThisRun * 2) + 1}");
        Arbitrary = [typeof(Arbitraries)];
        QuietOnSuccess = true;
        MaxTest = Cases.Of(100);
    }
}
