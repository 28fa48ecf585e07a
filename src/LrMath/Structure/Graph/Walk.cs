namespace LrMath.Structure;

/// <summary>
/// The evaluation of nodes within one another by a loop. What waits for the value of a part is on the heap, so no depth overflows the
/// stack.
/// </summary>
internal static class Walk
{
    /// <summary>The entry into a schedule at a step.</summary>
    internal static Entry EntryAt(ScheduleNode node, int step) => At(node, step, isEntry: true, new());

    /// <summary>The value of a schedule of any depth at a step.</summary>
    internal static double ValueAt(ScheduleNode node, int step) =>
        node.IsDeep ? At(node, step, isEntry: false, new()).Value : node.At(step);

    /// <summary>The values of a range, step by step.</summary>
    internal static void Fill(ScheduleNode node, int first, Span<double> destination)
    {
        Stack<Waiting> waiting = new();
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = At(node, first + i, isEntry: false, waiting).Value;
        }
    }

    private static Entry At(ScheduleNode node, int step, bool isEntry, Stack<Waiting> waiting)
    {
        Waiting current = new(node, step, 0, default);
        while (true)
        {
            // A value, other than an entry, is computed by nested calls as soon as these are few enough.
            if (
                (isEntry || current.Node.IsDeep)
                && current.Node.Next(current.Step, current.Known, current.Joined) is (ScheduleNode part, int at)
            )
            {
                waiting.Push(current);
                current = new(part, at, 0, default);
                continue;
            }

            Entry entry = current.Known > 0 ? current.Joined : Entry.At(current.Node.At(current.Step));
            if (!waiting.TryPop(out current))
            {
                return entry;
            }

            Entry joined = current.Node.Join(current.Step, current.Known, current.Joined, entry);
            current = current with { Known = current.Known + 1, Joined = joined };
        }
    }

    /// <summary>A node that waits for the value of a part.</summary>
    private readonly record struct Waiting(ScheduleNode Node, int Step, int Known, Entry Joined);
}
