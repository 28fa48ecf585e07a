using Xunit;

namespace LrMath.Tests.Support;

/// <summary>A call that is refused, the argument that the refusal names, and words that say why.</summary>
/// <param name="Call">What is refused.</param>
/// <param name="Name">The name of the argument.</param>
/// <param name="Words">A part of the message.</param>
/// <param name="Type">
/// The documented type of the refusal, for which no derived one stands. Null: <see cref="ArgumentOutOfRangeException"/> where the message
/// says which values are legal, else <see cref="ArgumentException"/>.
/// </param>
internal sealed record Refusal(Func<object> Call, string Name, string Words, Type? Type = null)
{
    public void AssertGiven()
    {
        ArgumentException refusal = Assert.IsAssignableFrom<ArgumentException>(Record.Exception(Call));
        bool saysWhatIsLegal = refusal.Message.Contains("; legal is ", StringComparison.Ordinal);
        Assert.IsType(Type ?? (saysWhatIsLegal ? typeof(ArgumentOutOfRangeException) : typeof(ArgumentException)), refusal);
        Assert.Equal(Name, refusal.ParamName);
        Assert.Contains(Words, refusal.Message, StringComparison.Ordinal);
    }
}
