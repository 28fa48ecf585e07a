using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Piecewise;

/// <summary>What the formula of <see cref="Schedule.Piecewise"/> does not say.</summary>
public class PiecewiseTests
{
    [Fact]
    public void A_value_too_few_is_refused() =>
        new Refusal(() => Schedule.Piecewise([1, 2], [1, 2]), "values", "one value before the first milestone").AssertGiven();
}
