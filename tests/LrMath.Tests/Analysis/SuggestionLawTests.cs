using FsCheck;
using LrMath.Analysis;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Analysis;

public class SuggestionLawTests
{
    private delegate Suggestion Method(double[] rates, double[] losses, double lossScale);

    // Slide's threshold is in units of the loss, so it goes with its scale.
    private static readonly Dictionary<string, Method> Methods = new()
    {
        ["steepest"] = (x, y, _) => RateFinder.Steepest(x, y),
        ["minimum"] = (x, y, _) => RateFinder.Minimum(x, y),
        ["valley"] = (x, y, _) => RateFinder.Valley(x, y),
        ["fall"] = (x, y, _) => RateFinder.Fall(x, y),
        ["half of the fall"] = (x, y, _) => RateFinder.Fall(x, y, 0.5),
        ["slide"] = (x, y, scale) => RateFinder.Slide(x, y, spacing: 5, threshold: scale * 0.25),
        ["before divergence"] = (x, y, _) => RateFinder.BeforeDivergence(x, y),
        ["suggest"] = (x, y, _) => RateFinder.Suggest(x, y),
        ["fastai valley"] = (x, y, _) => FastaiFinder.Valley(x, y),
        ["fastai slide"] = (x, y, scale) => FastaiFinder.Slide(x, y, lrDiff: 5, thresh: scale * 0.25),
        ["fastai minimum"] = (x, y, _) => FastaiFinder.Minimum(x, y),
        ["fastai steep"] = (x, y, _) => FastaiFinder.Steep(x, y),
        ["torch-lr-finder"] = (x, y, _) => TorchLrFinder.Steepest(x, y, 0, 0),
        ["ignite"] = (x, y, _) => IgniteFinder.LrSuggestion(x, y),
    };

    public static TheoryData<string> All => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void The_scale_of_the_losses_does_not_matter(string method) =>
        Law.Holds(
            Logs.Any,
            log =>
            {
                // A power of two scales without rounding, so that ties stay ties.
                Suggestion plain = Methods[method](log.Rates, log.Losses, 1);
                Suggestion scaled = Methods[method](log.Rates, [.. log.Losses.Select(y => 4 * y)], 4);
                return plain.Found == scaled.Found && (!plain.Found || (plain.Rate.Equals(scaled.Rate) && plain.Index == scaled.Index));
            },
            times: 300
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_factor_on_all_rates_is_a_factor_on_the_suggestion(string method) =>
        Law.Holds(
            Logs.Any,
            log =>
            {
                Suggestion plain = Methods[method](log.Rates, log.Losses, 1);
                Suggestion shifted = Methods[method]([.. log.Rates.Select(x => 8 * x)], log.Losses, 1);
                return plain.Found == shifted.Found
                    && (
                        !plain.Found
                        || Math.Abs(shifted.Rate - (8 * plain.Rate)) <= 1e-15 * shifted.Rate
                        || (method == "fastai steep" && AreAsSteep(log, plain.Index, shifted.Index))
                    );
            },
            times: 300
        );

    // fastai subtracts logarithms that are rounded, and a factor changes how: of two slopes that are equal, either may be the first.
    private static bool AreAsSteep(Log log, int one, int other)
    {
        return Math.Abs(Slope(one) - Slope(other)) <= 1e-10 * Math.Abs(Slope(one));

        double Slope(int i) => (log.Losses[i + 1] - log.Losses[i]) / Math.Log(log.Rates[i + 1] / log.Rates[i]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Losses_after_the_first_that_is_not_a_number_change_nothing(string method) =>
        Law.Holds(
            Logs.Any,
            log =>
            {
                double last = log.Rates.LastOrDefault(1);
                double[] rates = [.. log.Rates, 2 * last, 3 * last, 4 * last];
                Suggestion plain = Methods[method](log.Rates, log.Losses, 1);
                Suggestion longer = Methods[method](rates, [.. log.Losses, double.NaN, -5, double.PositiveInfinity], 1);
                // A NaN is a divergence: only a log that had none may gain its end by it.
                return longer.Found == plain.Found
                    ? !plain.Found || plain == longer
                    : method == "before divergence" && longer.Index == log.Rates.Length - 1;
            },
            times: 300
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_suggestion_stands_on_a_point_of_the_log_or_says_why_there_is_none(string method) =>
        Law.Holds(
            Logs.Any,
            log =>
            {
                Suggestion suggestion = Methods[method](log.Rates, log.Losses, 1);
                double margin = method.EndsWith("minimum", StringComparison.Ordinal) ? 10 : 1;
                return suggestion.Found
                    ? suggestion.Rate.Equals(log.Rates[suggestion.Index] / margin) && double.IsFinite(suggestion.Point.Loss)
                    : suggestion.Reason.Length > 10 && !suggestion.TryGetRate(out _);
            },
            times: 300
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_log_of_nothing_but_NaN_has_no_suggestion(string method) =>
        Law.Holds(Logs.Any, log => !Methods[method](log.Rates, [.. log.Losses.Select(_ => double.NaN)], 1).Found, times: 300);

    [Cases(300)]
    public Property A_loss_that_never_falls_has_no_suggestion_of_ours_except_a_bound() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                double[] rising = [.. log.Losses.Order()];
                return !RateFinder.Steepest(log.Rates, rising).Found
                    && !RateFinder.Minimum(log.Rates, rising).Found
                    && !RateFinder.Valley(log.Rates, rising).Found
                    && !RateFinder.Fall(log.Rates, rising).Found
                    && !RateFinder.Suggest(log.Rates, rising, beta: 0).Found;
            }
        );

    [Cases(300)]
    public Property The_valley_of_an_even_log_is_fastais_wherever_there_is_a_fall() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                double[] even = [.. log.Rates.Select((_, i) => 1e-7 * Math.Pow(1.1, i))];
                return RateFinder.Valley(even, log.Losses) is not { Found: true } valley || valley == FastaiFinder.Valley(even, log.Losses);
            }
        );

    [Cases(300)]
    public Property Losses_between_two_others_stay_between_them_when_the_log_is_resampled() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                if (log.Losses.Length < 3)
                {
                    return true;
                }

                double[] even = EvenLog.Of(log.Rates, log.Losses).Losses.ToArray();
                double[] flat = EvenLog.Of(log.Rates, [.. log.Losses.Select(_ => 2.3026)]).Losses.ToArray();
                return even.Length == log.Losses.Length
                    && even.All(y => y >= log.Losses.Min() - 1e-12 && y <= log.Losses.Max() + 1e-12)
                    && flat.All(y => y == 2.3026);
            }
        );

    [Cases(300)]
    public Property The_longest_fall_is_that_of_the_definition() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                double[] y = log.Losses;
                if (y.Length == 0)
                {
                    return true;
                }

                int[] lengths = new int[y.Length];
                for (int i = 0; i < y.Length; i++)
                {
                    lengths[i] = 1 + Enumerable.Range(0, i).Where(j => y[j] > y[i]).Select(j => lengths[j]).DefaultIfEmpty(0).Max();
                }

                return Curve.LongestFall(y) == (Array.IndexOf(lengths, lengths.Max()), lengths.Max());
            }
        );
}
