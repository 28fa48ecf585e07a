namespace LrMath.Analysis.Identifying;

/// <summary>
/// Finds the roundest arguments with which a form still explains the rows. One argument after the other, the best known first, is set to a round
/// number within what the fit leaves open, and the others are fitted anew; a few of the roundest combinations are kept on the way.
/// </summary>
internal static class RoundArguments
{
    private const int Kept = 4;
    private const int Tried = 3;
    private const int Refused = 7;
    private const double Certainty = 1.5;
    private const double Borne = 1.6;

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

    private static IEnumerable<State> Expanded(Form form, State state, Observations rows)
    {
        int argument = BestKnown(form, state, rows.Peak);
        double value = state.Fit.Arguments[argument];
        double spread = Certainty * state.Fit.Spreads[argument];
        List<State> found = [];
        int refused = 0;
        foreach (double round in Choices(form, state.Fit.Arguments, argument, value, spread, rows.Peak).Distinct())
        {
            double[] guess = [.. state.Fit.Arguments];
            guess[argument] = round;
            bool[] free = [.. state.Free];
            free[argument] = false;
            if (Fit.Of(form, guess, free, rows, 0, 12) is { } fit && fit.Worst <= Borne)
            {
                found.Add(new State(fit, free, state.Digits + Digits(round)));
            }
            else
            {
                refused++;
            }

            if (found.Count >= Tried || refused >= Refused)
            {
                break;
            }
        }

        return found;
    }

    private static IEnumerable<double> Choices(Form form, double[] arguments, int argument, double value, double spread, double peak)
    {
        Argument kind = form.Arguments[argument];
        bool whole = kind is Argument.Steps or Argument.Origin;
        double slack = kind == Argument.Rate ? 1e-11 * peak : 1e-9 * Math.Max(Math.Abs(value), 1);
        double half = double.IsFinite(spread) ? spread + slack : 10 * (Math.Abs(value) + (kind == Argument.Rate ? peak : 1));
        foreach (double likely in form.Likely(arguments, argument))
        {
            if (Math.Abs(likely - value) <= half)
            {
                yield return likely;
            }
        }

        if (kind == Argument.Rate && Math.Abs(value) <= half)
        {
            yield return 0;
        }

        foreach (double round in RoundNumbers.Within(value - half, value + half, value, whole))
        {
            if (round > 0 || kind is Argument.Rate or Argument.Origin)
            {
                yield return round;
            }
        }

        if (whole)
        {
            yield return Math.Round(value);
        }
    }

    private static int BestKnown(Form form, State state, double peak)
    {
        int best = -1;
        double least = double.PositiveInfinity;
        for (int k = 0; k < state.Free.Length; k++)
        {
            if (!state.Free[k])
            {
                continue;
            }

            double size = form.Arguments[k] == Argument.Rate ? peak : Math.Max(Math.Abs(state.Fit.Arguments[k]), 1e-3);
            double uncertainty = state.Fit.Spreads[k] / size;
            if (best < 0 || uncertainty < least)
            {
                (best, least) = (k, uncertainty);
            }
        }

        return best;
    }

    private static IEnumerable<State> Distinct(IEnumerable<State> states) =>
        states.DistinctBy(state => string.Join(' ', state.Fit.Arguments.Zip(state.Free, (value, open) => open ? "?" : value.ToString("R", null))));

    private static int Digits(double value) => value == 0 ? 0 : RoundNumbers.DigitsIn(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private sealed record State(Fit Fit, bool[] Free, int Digits);
}
