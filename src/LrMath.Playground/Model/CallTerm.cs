namespace LrMath.Playground.Model;

/// <summary>A builder, verb, shape or policy with its arguments: <c>{ "name": { "argument": value } }</c>, or the name alone.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Arguments">The arguments that are given.</param>
public sealed record CallTerm(string Name, Fields Arguments)
{
    /// <summary>The call that a term stands for; null if it is none.</summary>
    public static CallTerm? Of(Term term) =>
        term switch
        {
            Literal { Json: ['"', ..] } alone => new(alone.Value, new Fields([])),
            Fields { Items: [{ Value: Fields arguments } only] } => new(only.Name, arguments),
            _ => null,
        };

    /// <summary>The term.</summary>
    public Fields Term => new([new Named(Name, Arguments)]);

    /// <summary>The same call with one argument changed; null leaves the argument out.</summary>
    public CallTerm With(string name, Term? value) => this with { Arguments = Arguments.With(name, value) };
}
