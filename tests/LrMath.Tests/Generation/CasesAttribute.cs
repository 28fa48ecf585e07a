using FsCheck.Xunit;

namespace LrMath.Tests.Generation;

/// <summary>
/// A property with a number of cases of its own, of which LRMATH_CASES draws its share. FsCheck's MaxTest would go before that of
/// <see cref="SeededPropertiesAttribute"/>.
/// </summary>
public sealed class CasesAttribute : PropertyAttribute
{
    public CasesAttribute(int times) => MaxTest = Cases.Of(times);
}
