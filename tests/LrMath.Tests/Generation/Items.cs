namespace LrMath.Tests.Generation;

/// <summary>A list, <c>[a, b]</c>.</summary>
internal sealed class Items(Type element, IReadOnlyList<Term> items) : Term(typeof(IReadOnlyList<>).MakeGenericType(element))
{
    public override IReadOnlyList<Term> Parts => items;

    public override object Build(Watch? watch)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i].Build(watch), i);
        }

        return array;
    }

    /// <summary>The list without the item, or without its last one if it is shorter.</summary>
    public Items Without(int index) => new(element, [.. items.Where((_, i) => i != Math.Min(index, items.Count - 1))]);

    public override IEnumerable<Term> Reductions()
    {
        for (int i = 0; i < items.Count; i++)
        {
            yield return Without(i);
        }

        for (int i = 0; i < items.Count; i++)
        {
            foreach (Term less in items[i].Reductions())
            {
                yield return new Items(element, [.. items.Select((item, k) => k == i ? less : item)]);
            }
        }
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";
}
