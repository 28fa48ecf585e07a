namespace LrMath.Tests.Generation;

/// <summary>The numbers that decide a case, each of them 0 where it is simplest. Fresh ones are drawn and kept; a case is made smaller by
/// making it again from smaller ones.</summary>
internal sealed class Choices
{
    private readonly Random? random;
    private readonly IReadOnlyList<int> given;
    private readonly List<int> made = [];
    private readonly List<Span> spare = [];

    public Choices(Random random) => (this.random, given) = (random, []);

    public Choices(IReadOnlyList<int> given) => this.given = given;

    public int Next(int exclusiveEnd)
    {
        int next =
            random is not null ? random.Next(exclusiveEnd)
            : made.Count < given.Count ? Math.Min(given[made.Count], exclusiveEnd - 1)
            : throw new OutOfChoicesException();
        made.Add(next);
        return next;
    }

    /// <summary>Items, of which some may be left out as long as <paramref name="least"/> remain.</summary>
    public T[] List<T>(int least, int most, Func<T> item)
    {
        int counter = made.Count;
        var items = new T[least + Next(most - least + 1)];
        int[] starts = new int[items.Length + 1];
        for (int i = 0; i < items.Length; i++)
        {
            starts[i] = made.Count;
            items[i] = item();
        }

        starts[^1] = made.Count;

        // Half of them, a quarter, … and each alone.
        for (int size = items.Length - least; size > 0; size /= 2)
        {
            for (int i = 0; i + size <= items.Length; i += size)
            {
                spare.Add(new Span(starts[i], starts[i + size], counter, size));
            }
        }

        return items;
    }

    /// <summary>An attempt whose choices decide nothing if it fails.</summary>
    public T? Attempt<T>(Func<T?> attempt)
        where T : class
    {
        int first = made.Count;
        T? result = attempt();
        if (result is null)
        {
            spare.Add(new Span(first, made.Count, -1, 0));
        }

        return result;
    }

    /// <summary>What makes a smaller case: fewer choices, or as many of which one is smaller.</summary>
    public IEnumerable<int[]> Smaller()
    {
        foreach (Span span in spare.Where(span => span.End > span.First))
        {
            yield return
            [
                .. made.Take(span.First).Select((choice, i) => i == span.Counter ? choice - span.Items : choice),
                .. made.Skip(span.End),
            ];
        }

        for (int i = 0; i < made.Count; i++)
        {
            foreach (int less in Reduction.Of(made[i]))
            {
                yield return [.. made.Take(i), less, .. made.Skip(i + 1)];
            }
        }
    }

    /// <summary>Choices that may be left out, and the one that counts the items made of them.</summary>
    private readonly record struct Span(int First, int End, int Counter, int Items);
}
