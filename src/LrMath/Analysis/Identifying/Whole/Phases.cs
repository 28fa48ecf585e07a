using LrMath.Analysis.Auditing;
using LrMath.Structure;

namespace LrMath.Analysis.Identifying.Whole;

/// <summary>
/// Schedules of up to four phases. The rows are split where the slope changes suddenly, at extremes and where a value begins or ends to be
/// held; each piece is identified on its own, the longest first, and the pieces are joined as a person would write them.
/// </summary>
internal sealed class Phases
{
    private const int MostPhases = 4;
    private const int PieceRows = 64;
    private const int FewestRows = 3;
    private const int TriedBeginnings = 3;

    private static readonly Func<Case, Explanation?>[] Faults =
    [
        Restarted.Find,
        StoppedOrClamped.Find,
        RestartedScaled.Find,
        RisesAgain.Find,
        Clamped.Find,
        Jumped.Find,
    ];

    private readonly Observations all;
    private readonly int[] splits;
    private readonly Dictionary<(int From, int To, int Start), Func<int, double>[]> pieces = [];

    private readonly Dictionary<int, Func<int, double>[]> placed = [];

    public Phases(Observations all)
    {
        this.all = all;
        splits = Splits.Of(all);
    }

    /// <summary>Schedules that may explain all rows.</summary>
    public IEnumerable<Func<int, double>> Candidates()
    {
        int tried = 0;
        foreach (int end in splits.OrderDescending())
        {
            if (end < FewestRows)
            {
                continue;
            }

            Func<int, double>[] begun = Beginning(end);
            if (begun.Length == 0)
            {
                continue;
            }

            foreach (Func<int, double> first in begun.Concat(begun.SelectMany(OneCycles.BegunWith)))
            {
                if (Departed(first) is { } departed)
                {
                    yield return departed;
                    yield break;
                }
            }

            bool any = false;
            foreach (Func<int, double> first in begun)
            {
                foreach (Func<int, double> whole in Continued(first, 0, end, MostPhases - 1))
                {
                    any = true;
                    yield return whole;
                }
            }

            if (any || ++tried == TriedBeginnings)
            {
                yield break;
            }
        }
    }

    /// <summary>Schedules that may explain all rows and begin with one that explains the first of them.</summary>
    public IEnumerable<Func<int, double>> After(Func<int, double> first)
    {
        if (Departed(first) is { } departed)
        {
            return [departed];
        }

        int row = new Case(all, first).First;
        return row is > 0 && row < all.Count ? Continued(first, 0, row, MostPhases - 1) : [];
    }

    // A schedule that was left, begun anew or bounded, as an audit finds it.
    private Func<int, double>? Departed(Func<int, double> first)
    {
        Case log = new(all, first);
        if (log.First == all.Count)
        {
            return first;
        }

        foreach (Func<Case, Explanation?> find in Faults)
        {
            if (find(log) is { } explanation)
            {
                return explanation.Schedule;
            }
        }

        return null;
    }

    /// <summary>What a first piece with all that may follow from a row on can be; steps count from the start of the first piece.</summary>
    private IEnumerable<Func<int, double>> Continued(Func<int, double> first, int start, int row, int left)
    {
        if (left == 0)
        {
            yield break;
        }

        bool any = false;
        foreach (Func<int, double> joined in Followed(first, start, row, Starts(first, start, row), left))
        {
            any = true;
            yield return joined;
        }

        foreach (Func<int, double> joined in any ? [] : Followed(first, start, row, LaterStarts(first, start, row), left))
        {
            any = true;
            yield return joined;
        }

        foreach ((int next, Func<int, double> rest) in any ? [] : Placed(row))
        {
            foreach (Func<int, double> joined in next > start ? Joined(first, start, next, rest) : [])
            {
                yield return joined;
            }
        }
    }

    private IEnumerable<Func<int, double>> Followed(Func<int, double> first, int start, int row, IEnumerable<int> starts, int left) =>
        starts.SelectMany(next =>
            Rest(Math.Max(Array.FindIndex(all.Steps, step => step >= next), row), next, left)
                .SelectMany(rest => Joined(first, start, next, rest))
        );

    /// <summary>The ways to write both pieces that explain all rows from the first one on.</summary>
    private IEnumerable<Func<int, double>> Joined(Func<int, double> first, int start, int next, Func<int, double> rest)
    {
        Observations rows = all.Rows(Array.FindIndex(all.Steps, step => step >= start), all.Count);
        return Joint.Of(first, next - start, rest).Where(joined => rows.Misfit(step => joined(step - start), 1) <= 1);
    }

    // Where a piece ends level, the next may begin later than where the rows show the change first.
    private IEnumerable<int> LaterStarts(Func<int, double> first, int start, int row)
    {
        int reached = row + new Case(all.Rows(row, all.Count), step => first(step - start)).First;
        int last = reached < all.Count ? all.Steps[reached] : all.Last;
        return Ends(first, start).Where(step => step > all.Steps[row] && step <= last).Distinct();
    }

    private static IEnumerable<int> Ends(Func<int, double> first, int start) =>
        Part.Of(first)
            .SelectMany(part => part.Call.Arguments.OfType<int>())
            .Select(length => (int)Math.Min((long)start + length, int.MaxValue));

    // The last piece, where none of the likely starts is its own: solved for between the two rows, or before them where it begins level.
    private IEnumerable<(int Start, Func<int, double> Piece)> Placed(int row)
    {
        (int after, int upTo) = (all.Steps[row - 1], all.Steps[row]);
        if (all.Count - row < FewestRows || upTo - after < 2)
        {
            yield break;
        }

        if (!placed.TryGetValue(row, out Func<int, double>[]? found))
        {
            Observations rows = all.Rows(row, all.Count);
            Search search = new(new Observations(Array.ConvertAll(rows.Steps, step => step - after), rows.Rates, rows.Widths), PieceRows);
            search.RunPieceFrom((upTo - after) / 2);
            found = Shortest(search);
            placed[row] = found;
        }

        foreach (Func<int, double> piece in found)
        {
            int? start = Call.Of(piece) switch
            {
                { Method: nameof(Verbs.Delay), Arguments: [int steps] } => after + steps,
                { Method: nameof(Verbs.Shift), Arguments: [int steps] } => after - steps,
                _ => null,
            };
            if (start is { } at && at <= upTo && Call.Of(piece) is { Receiver: { } rest })
            {
                yield return (at, rest);
            }
        }
    }

    private Func<int, double>[] Rest(int row, int start, int left)
    {
        Func<int, double>[] last = Piece(row, all.Count, start);
        if (last.Length > 0)
        {
            return last;
        }

        foreach (int end in splits.Where(split => left > 1 && split >= row + FewestRows).OrderDescending())
        {
            Func<int, double>[] found =
            [
                .. Piece(row, end, start).Take(2).SelectMany(piece => Continued(piece, start, end, left - 1)).Take(6),
            ];
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Where a piece may begin, given the one before it: where that one ends, at a round step, or at its first row.</summary>
    private IEnumerable<int> Starts(Func<int, double> first, int start, int row)
    {
        (int after, int upTo) = (all.Steps[row - 1], all.Steps[row]);
        List<int> starts = [.. Ends(first, start)];
        if (HumanNumbers.Whole(after, upTo) is { } round)
        {
            starts.Add(round);
        }

        return starts.Append(upTo).Append(after).Where(step => step >= after && step <= upTo && step > start).Distinct().Take(4);
    }

    private Func<int, double>[] Beginning(int end)
    {
        Search search = new(all.Rows(0, end), PieceRows);
        search.RunBriefly();
        return Shortest(search);
    }

    private Func<int, double>[] Piece(int from, int to, int start)
    {
        if (to - from < FewestRows)
        {
            return [];
        }

        if (!pieces.TryGetValue((from, to, start), out Func<int, double>[]? found))
        {
            Observations rows = all.Rows(from, to);
            Search search = new(new Observations(Array.ConvertAll(rows.Steps, step => step - start), rows.Rates, rows.Widths), PieceRows);
            search.RunPiece();
            found = Shortest(search);
            pieces[(from, to, start)] = found;
        }

        return found;
    }

    private static Func<int, double>[] Shortest(Search search) =>
        [.. search.Found.OrderBy(candidate => candidate.Cost).DistinctBy(candidate => candidate.Text).Take(3).Select(c => c.Schedule)];
}
