namespace LrMath.Tests.Generation;

/// <summary>A drawn value with the choices that made it, which make smaller ones.</summary>
internal sealed class Case<T>
{
    private readonly Drawn<T> drawn;
    private readonly Choices choices;

    public Case(Drawn<T> drawn, Choices choices)
    {
        (this.drawn, this.choices) = (drawn, choices);
        Value = drawn.From(choices);
    }

    public T Value { get; }

    public IEnumerable<Case<T>> Smaller()
    {
        foreach (int[] less in choices.Smaller())
        {
            Case<T> smaller;
            try
            {
                smaller = new Case<T>(drawn, new Choices(less));
            }
            catch (OutOfChoicesException)
            {
                continue;
            }

            yield return smaller;
        }
    }

    public override string ToString() => Text.Of(Value);
}
