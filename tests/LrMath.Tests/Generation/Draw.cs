namespace LrMath.Tests.Generation;

/// <summary>What laws over plain numbers draw.</summary>
internal static class Draw
{
    public static Drawn<bool> Flag { get; } = OneOf(false, true);

    /// <summary>Any step, often a small one or one next to the last.</summary>
    public static Drawn<int> Step { get; } = Any(Whole(0, 40), Whole(0, 3000), Whole(0, int.MaxValue - 1), LastSteps);

    /// <summary>Lengths of any magnitude, and steps next to both ends and to the middle of them as often as anywhere.</summary>
    public static Drawn<Way> Way { get; } =
        from magnitude in Whole(1, 30)
        from more in Whole(0, (1 << magnitude) - 1)
        let length = (1 << magnitude) + more
        from place in Whole(0, 3)
        from near in Whole(0, length - 1)
        from nearer in Whole(0, 30)
        from beside in Whole(-2, 2)
        let step = place switch
        {
            0 => 1 + (near >> nearer),
            1 => near,
            2 => length - 1 - (near >> nearer),
            _ => (length / 2) + beside,
        }
        select new Way(length, Math.Clamp(step, 1, length - 1));

    private static Drawn<int> LastSteps => Whole(0, 3000).Select(before => int.MaxValue - before);

    /// <summary>A whole number from low to high, smaller ones being nearer to 0.</summary>
    public static Drawn<int> Whole(int low, int high)
    {
        int simplest = Math.Clamp(0, low, high);
        return new(choices =>
        {
            int choice = choices.Next((int)Math.Min((long)high - low + 1, int.MaxValue));
            return choice <= high - simplest ? simplest + choice : high - choice;
        });
    }

    /// <summary>One of the values, the first one being the simplest.</summary>
    public static Drawn<T> OneOf<T>(params IReadOnlyList<T> values) => new(choices => values[choices.Next(values.Count)]);

    /// <summary>What one of them draws, the first one being the simplest.</summary>
    public static Drawn<T> Any<T>(params IReadOnlyList<Drawn<T>> alternatives) =>
        new(choices => alternatives[choices.Next(alternatives.Count)].From(choices));

    /// <summary>What one of them draws, each as often as its weight says, the first one being the simplest.</summary>
    public static Drawn<T> Frequency<T>(params IReadOnlyList<(int Weight, Drawn<T> Of)> alternatives) =>
        Any([.. alternatives.SelectMany(one => Enumerable.Repeat(one.Of, one.Weight))]);

    /// <summary>Some items.</summary>
    public static Drawn<T[]> List<T>(Drawn<T> item, int least, int most) =>
        new(choices => choices.List(least, most, () => item.From(choices)));

    /// <summary>As many items as are said.</summary>
    public static Drawn<T[]> List<T>(Drawn<T> item, int length) => List(item, length, length);
}
