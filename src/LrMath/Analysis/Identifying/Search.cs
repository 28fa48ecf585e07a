using LrMath.Analysis.Identifying.Bodies;
using LrMath.Analysis.Identifying.Whole;

namespace LrMath.Analysis.Identifying;

/// <summary>
/// Tries all forms on the rows of a log, rounds the arguments of those that fit, and keeps the shortest that explains every row.
/// </summary>
internal sealed class Search
{
    private const int SearchedRows = 160;
    private const double Coarse = 1e-3;
    private const double Fine = 1e-7;
    private const double Hopeless = 40;
    private const double Explaining = 2.5;
    private const double Nearly = 1e4;
    private const double NearlyWhole = 0.05;
    private const int Iterations = 30;
    private const int MoreIterations = 100;
    private const double WorthMore = 100;
    private const double MendingMove = 0.01;
    private const double MostWhole = 20;
    private const int FewestRows = 8;
    private const int FewestFallen = 4;

    private readonly Observations all;
    private readonly Observations rows;
    private readonly List<Candidate> found = [];
    private readonly Lazy<Candidate?> longest;

    public Search(Observations all, int searchedRows = SearchedRows)
    {
        this.all = all;
        rows = all.Thinned(searchedRows);
        longest = new Lazy<Candidate?>(FindLongest);
    }

    public Candidate? Best => found.MinBy(candidate => candidate.Cost);

    public List<Candidate> Found => found;

    /// <summary>What explains the longest beginning of the log that anything explains, found by halving.</summary>
    public Candidate? Longest => longest.Value;

    private static readonly Body[] Plain =
    [
        Constants.Body,
        Ways.Linear,
        Ways.Cosine,
        Exponentials.Body,
        Powers.Body,
        Ways.Polynomial,
        Ways.PolynomialToZero,
        .. Ways.Delayed,
        Waves.Body,
        Ways.SquareRoot,
        Ways.Exponential,
    ];

    // What a warm-up of (t + 1) / n leads to: step n - 1 has the peak already, and step n has it again.
    private static readonly Body[] HeldOnce = [.. ((Body[])[Ways.Cosine, Ways.Linear, Ways.Polynomial]).Select(Ways.AfterOneStep)];

    private static readonly Body[] Cycles = [RestartedCosines.Body, Triangles.Even, Triangles.Halved, Triangles.Shrinking];

    public Candidate? Run()
    {
        int[] last = Warmups.LastRows(rows);
        Action[] groups =
        [
            TryLevels,
            TryFloor,
            () => TryBodies(Plain, 0, last),
            TryNoam,
            () => TryAll(OneCycles.Attempts(rows, 0)),
            () => TryBodies(Cycles, 0, last),
            () => TryBodies(Plain, 1, last),
            () => TryBodies(Plain, -1, last),
            () => TryBodies(last.Length > 1 ? HeldOnce : [], -1, last[1..]),
            () => TryBodies(last.Length > 1 && all.First > 0 ? HeldOnce : [], 0, last[1..]),
            TryCurved,
            () => TryAll(OneCycles.Attempts(rows, 1)),
            () => TryBodies(Cycles, 1, last),
            () => TryBodies(Cycles, -1, last),
            () => TryOver(0, last),
            () => TryOver(1, last),
            () => TryBodies(all.First > 1 ? Plain : [], all.First, last),
            TryBegunLater,
            () => TryBodies([Ways.DelayedPolynomialToZero, Ways.DelayedPolynomial], 0, last),
            TryPhases,
            () => TryAll(Paths.Attempts(rows, 0)),
            () => TryAll(all.First > 0 ? Paths.Attempts(rows, 1) : []),
        ];
        Action[] cyclic =
        [
            TryLevels,
            () => TryBodies(Plain, 0, last),
            () => TryBodies(Cycles, 0, last),
            () => TryBodies(Cycles, 1, last),
            () => TryBodies(Cycles, -1, last),
        ];
        foreach (Action group in all.IsRough() ? cyclic : groups)
        {
            group();
            if (Best is { IsRound: true })
            {
                break;
            }
        }

        return Best;
    }

    /// <summary>The best of the frequent forms only, for the many beginnings of a log that nothing explains as a whole.</summary>
    public Candidate? RunBriefly()
    {
        TryLevels();
        if (found.Count == 0)
        {
            TryBodies(Plain, 0, Warmups.LastRows(rows));
        }

        if (found.Count == 0 && all.First > 0)
        {
            TryBodies(Plain, 1, Warmups.LastRows(rows));
        }

        foreach (int origin in found.Count == 0 ? (int[])[0, 1] : [])
        {
            TryAll(OneCycles.Attempts(rows, origin, fewestAfter: FewestFallen));
        }

        return Best;
    }

    /// <summary>What a piece of a longer schedule may be, counted from its own step 0.</summary>
    public void RunPiece() => TryBodies(Plain, 0, [-1]);

    /// <summary>The same for a piece whose step 0 is not known; it is looked for at and before the first row.</summary>
    public void RunPieceFrom(int origin)
    {
        foreach (Body body in Plain.Skip(1))
        {
            TryAll(Warmups.Attempts(Warmups.Following(body), body, rows, origin, [-1], over: false, freeOrigin: true));
        }
    }

    // Warm-ups along a shape other than a straight line.
    private void TryCurved()
    {
        if (Warmups.CurvedTo(rows) is not { } top)
        {
            return;
        }

        foreach (Body body in Plain)
        {
            foreach (Func<double, Shape> shape in Warmups.Curves)
            {
                Form form = Warmups.Following(body, shape);
                foreach (int origin in all.First > 0 ? (int[])[0, 1] : [0])
                {
                    TryAll(Warmups.Attempts(form, body, rows, origin, [top - 1], over: false, freeOrigin: false));
                }

                if (Best is not null)
                {
                    return;
                }
            }
        }
    }

    // Several phases take more words than one family: where a family explains every row, however odd its numbers, they are not looked for.
    private void TryPhases()
    {
        if (found.Count > 0)
        {
            return;
        }

        var phases = new Phases(all);
        foreach (Func<int, double> schedule in phases.Candidates())
        {
            Add(schedule);
        }

        foreach (Func<int, double> schedule in found.Count == 0 && Longest is { } first ? phases.After(first.Schedule) : [])
        {
            Add(schedule);
        }
    }

    private Candidate? FindLongest()
    {
        (int explained, int unexplained) = (0, all.Count);
        Candidate? best = null;
        int fewest = Math.Max(FewestRows, all.Count / 10);
        while (unexplained - explained > Math.Max(all.Count / 50, 1) && unexplained > fewest)
        {
            int middle = Math.Max((explained + unexplained) / 2, fewest);
            Candidate? beginning = new Search(all.Rows(0, middle)).RunBriefly();
            (explained, unexplained, best) = beginning is null ? (explained, middle, best) : (middle, unexplained, beginning);
        }

        return best;
    }

    private void TryAll(IEnumerable<Attempt> attempts)
    {
        foreach (Attempt attempt in attempts)
        {
            Try(attempt);
        }
    }

    private void TryLevels()
    {
        if (Levels.Of(all) is not { } levels)
        {
            return;
        }

        int end = Array.FindIndex(all.Steps, step => step >= levels.Jumps[0].UpTo);
        Observations beginning = all.Rows(0, end).Thinned(SearchedRows);
        Form form = Warmups.Following(Constants.Body);
        List<double[]> beginnings = [];
        foreach (int origin in (int[])[0, 1, -1])
        {
            foreach (
                Attempt attempt in Warmups.Attempts(
                    form,
                    Constants.Body,
                    beginning,
                    origin,
                    Warmups.LastRows(beginning),
                    over: false,
                    freeOrigin: false
                )
            )
            {
                if (Fitted(attempt, beginning, 0) is var (fit, free))
                {
                    beginnings.AddRange(RoundArguments.Of(form, fit, free, beginning));
                }
            }
        }

        foreach (Func<int, double> stairs in Stairs.Of(all, levels, beginnings))
        {
            Add(stairs);
        }

        TryEpochs(levels);
    }

    // One value for each epoch: what the epochs show, held for as many steps as an epoch has.
    private void TryEpochs(Levels levels)
    {
        if (levels.FirstRow > 0 || levels.Rates.Length < 4 || levels.Every(0, all.Last) is not { } every || every < 2)
        {
            return;
        }

        var epochs = new Search(new Observations([.. Enumerable.Range(0, levels.Rates.Length)], levels.Rates, levels.Widths));
        epochs.TryBodies(Plain, 0, Warmups.LastRows(epochs.rows));
        foreach (Candidate candidate in epochs.found)
        {
            Add(candidate.Schedule.PerEpoch(every));
        }
    }

    private void TryBodies(Body[] bodies, int origin, int[] lastRows)
    {
        foreach (Body body in bodies)
        {
            Form form = Warmups.Following(body);
            TryAll(Warmups.Attempts(form, body, rows, origin, lastRows, over: false, freeOrigin: false));
        }
    }

    private void TryNoam()
    {
        foreach (Func<int, double> noam in Noams.Of(rows, 0).Concat(Noams.Of(rows, 1)))
        {
            Add(noam);
        }
    }

    // A run that began before the log did, or a delay that no row shows.
    private void TryBegunLater()
    {
        foreach (Body body in Plain.Skip(1).Concat(Cycles))
        {
            Form form = Warmups.Following(body);
            foreach (int origin in (int[])[0, rows.First])
            {
                TryAll(Warmups.Attempts(form, body, rows, origin, [-1], over: false, freeOrigin: true));
            }
        }
    }

    // A schedule without an end that stays at a floor from some row on.
    private void TryFloor()
    {
        int first = all.Count - 1;
        while (first > 0 && Math.Abs(all.Rates[first - 1] - all.Rates[^1]) <= 1e-9 * Math.Abs(all.Rates[^1]))
        {
            first--;
        }

        if (first < 4 || all.Count - first < 3 || !(all.Rates[^1] > 0) || all.Rates.Take(first).Min() < all.Rates[^1])
        {
            return;
        }

        var above = new Search(all.Rows(0, first));
        int[] last = Warmups.LastRows(above.rows);
        above.TryBodies([Exponentials.Body, Powers.Body], 0, last);
        if (above.found.Count == 0)
        {
            above.TryBodies([Exponentials.Body, Powers.Body], 1, last);
        }

        double floor = HumanNumbers.Nearest(all.Rates[^1] - all.Widths[^1], all.Rates[^1] + all.Widths[^1]);
        foreach (Candidate candidate in above.found)
        {
            Add(candidate.Schedule.Max(Schedule.Constant(floor)));
        }
    }

    private void TryOver(int origin, int[] lastRows)
    {
        foreach (Body body in lastRows.Length > 1 ? Plain.Skip(1) : [])
        {
            Form form = Warmups.Over(body);
            TryAll(Warmups.Attempts(form, body, rows, origin, lastRows.Where(row => row >= 0), over: true, freeOrigin: false));
        }
    }

    public bool Try(Attempt attempt)
    {
        bool explained = false;
        foreach (double width in (double[])[Fine, 0])
        {
            if (!explained && Fitted(attempt, rows, width) is var (fit, free))
            {
                foreach (double[] arguments in RoundArguments.Of(attempt.Form, fit, free, rows.NoFinerThan(width * rows.Peak)))
                {
                    Func<int, double>? built = Built(attempt.Form, arguments);
                    explained |= Add(built) || AddMended(built, attempt.Form, arguments);
                }
            }
        }

        return explained;
    }

    public bool Add(Func<int, double>? schedule)
    {
        if (schedule is null || !(all.Misfit(schedule, 1) <= 1))
        {
            return false;
        }

        var candidate = Candidate.Of(schedule);
        if (rows.Rates.All(rate => rate >= 0) && RoundNumbers.HasNegative(candidate.Text))
        {
            return false;
        }

        found.Add(candidate);
        return true;
    }

    // A few of many rows may ask for a rate more exactly than the searched ones do, and rows may ask for a rate at the edge of their
    // digits, or for the second nearest length: each rate and each length is solved for from all rows, alone and then one after the other.
    private bool AddMended(Func<int, double>? built, Form form, double[] arguments)
    {
        if (built is null || !(all.Misfit(built, Explaining) <= Explaining))
        {
            return false;
        }

        bool explained = false;
        for (int k = 0; k < arguments.Length; k++)
        {
            explained |= Solved(built, form, arguments, k) is { } solved && Add(Built(form, solved));
        }

        double[] mended = arguments;
        for (int k = 0; k < arguments.Length && built is not null && !explained && all.Misfit(built, Explaining) <= Explaining; k++)
        {
            if (Solved(built, form, mended, k) is { } solved)
            {
                (mended, built) = (solved, Built(form, solved));
                explained = Add(built);
            }
        }

        return explained;
    }

    // A rate or a length with which all rows are explained, the other arguments as they are; found by the slope of the values over it.
    private double[]? Solved(Func<int, double> built, Form form, double[] arguments, int k)
    {
        if (form.Arguments[k] is not (Argument.Rate or Argument.Steps))
        {
            return null;
        }

        double[] moved = [.. arguments];
        bool isRate = form.Arguments[k] == Argument.Rate;
        double move = isRate ? MendingMove * all.Peak : 1;
        moved[k] += move;
        if (Built(form, moved) is not { } other)
        {
            return null;
        }

        double most = isRate ? move : MostWhole;
        (double low, double high) = (-most, most);
        for (int i = 0; i < all.Count && low <= high; i++)
        {
            double before = built(all.Steps[i]);
            double slope = (other(all.Steps[i]) - before) / move;
            double least = (all.Rates[i] - all.Widths[i] - before) / slope;
            double greatest = (all.Rates[i] + all.Widths[i] - before) / slope;
            if (slope != 0)
            {
                low = Math.Max(low, Math.Min(least, greatest));
                high = Math.Min(high, Math.Max(least, greatest));
            }
        }

        if (!(low < high))
        {
            return null;
        }

        (low, high) = (arguments[k] + low, arguments[k] + high);
        double? nearest = isRate ? HumanNumbers.Nearest(low, high) : HumanNumbers.Whole((int)Math.Ceiling(low) - 1, (int)Math.Floor(high));
        if (nearest is not { } value)
        {
            return null;
        }

        moved[k] = value;
        return moved;
    }

    private static (Fit Fit, bool[] Free)? Fitted(Attempt attempt, Observations rows, double finest)
    {
        (Form form, double[] arguments) = (attempt.Form, attempt.Guess);
        foreach (double width in (double[])[Coarse, Coarse * Coarse])
        {
            if (Fit.Of(form, arguments, attempt.Free, rows, width * rows.Peak, Iterations, Hopeless) is not { Worst: <= Hopeless } fit)
            {
                return null;
            }

            arguments = fit.Arguments;
        }

        var near = Fit.Of(form, arguments, attempt.Free, rows, finest * rows.Peak, Iterations);
        if (near is { Worst: > Explaining and <= WorthMore })
        {
            // Where arguments depend on each other, as a power and a length do, the search is slow at its end.
            near = Fit.Of(form, near.Arguments, attempt.Free, rows, finest * rows.Peak, MoreIterations);
        }

        return near switch
        {
            { Worst: <= Explaining } => (near, attempt.Free),
            { Worst: <= Nearly } => WithWholeSteps(form, near, attempt.Free, rows, finest),
            _ => null,
        };
    }

    // Where a way ends in a row, as a root that reaches zero does, or a cycle begins anew in one, the search comes to that row from one
    // side only and may stop short of it.
    private static (Fit Fit, bool[] Free)? WithWholeSteps(Form form, Fit near, bool[] free, Observations rows, double finest)
    {
        double[] arguments = [.. near.Arguments];
        bool[] rest = [.. free];
        for (int k = 0; k < rest.Length; k++)
        {
            bool isWhole =
                form.Arguments[k] == Argument.Steps
                || (form.Arguments[k] == Argument.Position && Math.Abs(arguments[k] - Math.Round(arguments[k])) < NearlyWhole);
            if (rest[k] && isWhole)
            {
                (arguments[k], rest[k]) = (Math.Round(arguments[k]), false);
            }
        }

        return Fit.Of(form, arguments, rest, rows, finest * rows.Peak, Iterations) is { Worst: <= Explaining } fit ? (fit, rest) : null;
    }

    private static Func<int, double>? Built(Form form, double[] arguments)
    {
        try
        {
            return form.Build(arguments);
        }
        catch (ArgumentException)
        {
            // The builder refuses what the fit allowed, such as an exponential way to zero.
            return null;
        }
    }
}
