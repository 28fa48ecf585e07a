namespace LrMath.Analysis.Identifying;

/// <summary>
/// Finds the roundest arguments with which a form still explains the rows. One argument after the other, the best known first, is set to a
/// round number within what the fit leaves open, and the others are fitted anew; a few of the roundest combinations are kept on the way.
/// </summary>
internal static class RoundArguments
{
    private const int Kept = 4;
    private const int Tried = 3;
    private const int Refused = 7;
    private const double Certainty = 1.5;
    private const double Tolerated = 1.6;
    private const double Exact = 1.000001;
    private const double Undetermined = 0.02;
    private const double OneOfSeveral = 0.5;
    private const double Unround = 10;
    private static readonly double[] LikelyShares = [0.1, 0.01, 0.001];

    public static IEnumerable<double[]> Of(Form form, Fit fit, bool[] free, Observations rows)
    {
        List<State> states = [new State(fit, free, 0)];
        while (states.Exists(state => Array.Exists(state.Free, open => open)))
        {
            List<State> next = [];
            foreach (State state in states)
            {
                next.AddRange(Expanded(form, state, rows));
            }

            states = [.. Distinct(next).OrderBy(state => state.Digits).ThenBy(state => state.Fit.Worst).Take(Kept)];
        }

        return states.Select(state => state.Fit.Arguments);
    }

    private static List<State> Expanded(Form form, State state, Observations rows)
    {
        int argument = Next(form, state, rows.Peak);
        (List<State> found, List<State> nearly) = ([], []);
        int refused = 0;
        bool isOpen = Uncertainty(form, state, argument, rows.Peak) > Undetermined;
        foreach ((double round, int digits) in Choices(form, state, argument, rows.Peak).DistinctBy(choice => choice.Value))
        {
            double[] guess = [.. state.Fit.Arguments];
            guess[argument] = round;
            bool[] free = [.. state.Free];
            free[argument] = false;
            if (Fit.Of(form, guess, free, rows, 0, isOpen ? 30 : 12) is { Worst: <= Tolerated } fit)
            {
                bool isLast = !Array.Exists(free, open => open);
                (isLast && fit.Worst > Exact ? nearly : found).Add(new State(fit, free, state.Digits + digits));
            }
            else
            {
                refused++;
            }

            if (found.Count >= (isOpen ? Kept : Tried) || refused >= Refused)
            {
                break;
            }
        }

        // Where rows ask for a value at the very edge of what their digits allow, no round number may be near enough to the middle.
        return found.Count > 0 ? found : nearly;
    }

    private static IEnumerable<(double Value, int Digits)> Choices(Form form, State state, int argument, double peak)
    {
        Argument kind = form.Arguments[argument];
        double[] arguments = state.Fit.Arguments;
        double value = arguments[argument];
        double spread = Certainty * state.Fit.Spreads[argument];
        bool whole = kind is Argument.Steps or Argument.Origin;
        double slack =
            kind == Argument.Rate ? 1e-11 * peak
            : kind == Argument.Factor ? 1e-9 * Math.Abs(value)
            : 1e-9 * Math.Max(Math.Abs(value), 1);
        double half = double.IsFinite(spread) ? spread + slack : 10 * (Math.Abs(value) + (kind == Argument.Rate ? peak : 1));
        foreach (double likely in form.Likely(arguments, argument))
        {
            if (Math.Abs(likely - value) <= half)
            {
                yield return (likely, 1);
            }
        }

        if (kind == Argument.Rate && Math.Abs(value) <= half)
        {
            yield return (0, 0);
        }

        foreach (double share in kind == Argument.Rate && half > Undetermined * peak ? LikelyShares : [])
        {
            yield return (RoundNumbers.Clean(share * peak), 1);
        }

        foreach (double round in RoundNumbers.Within(value - half, value + half, value, whole))
        {
            if (round > 0 || kind is Argument.Rate or Argument.Origin)
            {
                yield return (round, Digits(round));
            }
        }

        if (whole)
        {
            yield return (Math.Round(value), Digits(Math.Round(value)));
        }
    }

    /// <summary>
    /// The argument that is to be set next: the one that the rows determine best. Where they determine none of the rest, as of a way whose
    /// end was not reached, the value at its end comes first: it is zero more often than not. Rates are round more often than lengths
    /// are, so a length of which several are possible waits.
    /// </summary>
    private static int Next(Form form, State state, double peak)
    {
        int[] open = [.. Enumerable.Range(0, state.Free.Length).Where(k => state.Free[k])];
        int best = open.OrderBy(k => form.Last == k).ThenBy(k => Rank(form, state, k, peak)).First();
        int[] rates = [.. open.Where(k => form.Arguments[k] == Argument.Rate)];
        return Uncertainty(form, state, best, peak) > Undetermined && rates.Length > 0
            ? rates.MaxBy(k => Uncertainty(form, state, k, peak))
            : best;
    }

    private static double Rank(Form form, State state, int argument, double peak) =>
        Uncertainty(form, state, argument, peak)
        * (form.Arguments[argument] == Argument.Steps && state.Fit.Spreads[argument] > OneOfSeveral ? Unround : 1);

    private static double Uncertainty(Form form, State state, int argument, double peak)
    {
        double size = form.Arguments[argument] == Argument.Rate ? peak : Math.Max(Math.Abs(state.Fit.Arguments[argument]), 1e-3);
        return state.Fit.Spreads[argument] / size;
    }

    private static IEnumerable<State> Distinct(IEnumerable<State> states) =>
        states.DistinctBy(state =>
            string.Join(' ', state.Fit.Arguments.Zip(state.Free, (value, open) => open ? "?" : value.ToString("R", null)))
        );

    private static int Digits(double value) =>
        value == 0 ? 0 : RoundNumbers.DigitsIn(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private sealed record State(Fit Fit, bool[] Free, int Digits);
}
