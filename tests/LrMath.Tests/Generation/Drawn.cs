using FsCheck;
using FsCheck.Fluent;

namespace LrMath.Tests.Generation;

/// <summary>
/// What is drawn from choices, composed by LINQ. It needs no shrinker of its own: smaller choices make a smaller value, which is as legal
/// as the first.
/// </summary>
internal sealed class Drawn<T>(Func<Choices, T> from)
{
    public T From(Choices choices) => from(choices);

    public Drawn<TResult> Select<TResult>(Func<T, TResult> select) => new(choices => select(from(choices)));

    public Drawn<TResult> SelectMany<TNext, TResult>(Func<T, Drawn<TNext>> next, Func<T, TNext, TResult> select) =>
        new(choices =>
        {
            T value = from(choices);
            return select(value, next(value).From(choices));
        });

    public Arbitrary<Case<T>> ToArbitrary() =>
        Arb.From(
            Gen.Choose(0, int.MaxValue - 1).Select(seed => new Case<T>(this, new Choices(new Random(seed)))),
            drawn => drawn.Smaller()
        );
}
