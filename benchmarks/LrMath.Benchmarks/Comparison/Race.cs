using System.Diagnostics;
using System.Runtime;

namespace LrMath.Benchmarks.Comparison;

/// <summary>
/// All entrants, sampled in turn: whatever the machine does meanwhile, it does to all of them, and their ratios stay.
/// </summary>
internal sealed class Race
{
    private readonly List<Entrant> entrants = [];
    private readonly List<(string Title, List<Func<Row>> Rows)> groups = [];

    /// <summary>Adds code of ours; one call does <paramref name="operations"/> operations.</summary>
    public Entrant Add(string name, long operations, Action run) => Add(new OwnEntrant(name, run, operations));

    public Entrant Add(Entrant entrant)
    {
        entrants.Add(entrant);
        return entrant;
    }

    /// <summary>Opens a group of rows; they are made when the race is over.</summary>
    public void Group(string title) => groups.Add((title, []));

    public void Row(string what, string beside, Goal goal, Entrant ours, params Entrant[] others) =>
        groups[^1].Rows.Add(() => new(what, beside, goal, ours.Spread, Array.ConvertAll(others, other => other.Spread)));

    public void Row(Func<Row> row) => groups[^1].Rows.Add(row);

    public IReadOnlyList<RowGroup> Run(int rounds, TimeSpan warmUp, Action<string> progress)
    {
        progress($"warming up {entrants.Count} entrants");
        if (!IsHot(warmUp))
        {
            progress("the runtime was still compiling when the warm-up ended: figures are too high");
        }

        for (int round = 1; round <= rounds; round++)
        {
            progress($"round {round} of {rounds}");
            foreach (Entrant entrant in entrants)
            {
                entrant.Sample();
            }
        }

        return [.. groups.Select(group => new RowGroup(group.Title, [.. group.Rows.Select(row => row())]))];
    }

    /// <summary>Runs everything until the runtime has had nothing to compile for two passes: from then on all code is the optimised
    /// one.</summary>
    private bool IsHot(TimeSpan limit)
    {
        long begin = Stopwatch.GetTimestamp();
        int calm = 0;
        while (calm < 2 && Stopwatch.GetElapsedTime(begin) < limit)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (Entrant entrant in entrants)
            {
                entrant.Warm(TimeSpan.FromMilliseconds(10));
            }

            Thread.Sleep(250); // the runtime waits for 100 quiet milliseconds before it compiles again
            calm = JitInfo.GetCompiledMethodCount() == compiled ? calm + 1 : 0;
        }

        return calm == 2;
    }
}
