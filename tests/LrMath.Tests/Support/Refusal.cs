using Xunit;

namespace LrMath.Tests.Support;

/// <summary>A call that is refused, the argument that the refusal names, and words that say why.</summary>
internal sealed record Refusal(Func<object> Call, string Name, string Words)
{
    public void AssertGiven()
    {
        ArgumentException refusal = Assert.IsAssignableFrom<ArgumentException>(Record.Exception(Call));
        Assert.Equal(Name, refusal.ParamName);
        Assert.Contains(Words, refusal.Message, StringComparison.Ordinal);
    }
}
