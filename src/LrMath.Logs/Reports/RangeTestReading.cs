using LrMath.Analysis;
using LrMath.Plotting;
using LrMath.Plotting.Axes;
using static System.FormattableString;

namespace LrMath.Logs.Reports;

/// <summary>What there is to say about the log of a range test; its curve ends where it diverges.</summary>
internal sealed class RangeTestReading
{
    /// <summary>Reads off all suggestions.</summary>
    /// <param name="log">The log.</param>
    /// <param name="beta">The weight of the past in the average of the losses; <see langword="null"/> to go by their number.</param>
    /// <param name="factor">How many times its lowest the loss must be for the test to be over.</param>
    public RangeTestReading(RangeTestLog log, double? beta, double factor)
    {
        (Log, Beta, Factor) = (log, beta, factor);
        double[] smoothed = RateFinder.Smooth(log.Rates, log.Losses, beta);
        Stop = RateFinder.DivergedAt(smoothed, factor);
        int end = Stop ?? smoothed.Length;
        (Rates, Smoothed) = (log.Rates[..end], smoothed[..end]);
        All =
        [
            ('F', "fall (recommended)", RateFinder.Suggest(log.Rates, log.Losses, beta, factor)),
            ('V', "valley", RateFinder.Valley(Rates, Smoothed)),
            ('S', "steepest", RateFinder.Steepest(Rates, Smoothed)),
            ('M', "minimum / 10", RateFinder.Minimum(Rates, Smoothed)),
            ('L', "slide", RateFinder.Slide(log.Rates, smoothed)),
            ('D', "last before divergence", RateFinder.BeforeDivergence(log.Rates, smoothed, factor)),
        ];
        if (log.IsFlat)
        {
            var none = Suggestion.None(Invariant($"the losses differ by no more than {log.LastDigit:G3}, the unit of their last digit"));
            All = [.. All.Select(found => (found.Letter, found.Name, found.Suggestion.Found ? none : found.Suggestion))];
        }
    }

    /// <summary>The log.</summary>
    public RangeTestLog Log { get; }

    /// <summary>How many times its lowest the loss must be for the test to be over.</summary>
    public double Factor { get; }

    /// <summary>The weight of the past in the average; <see langword="null"/> if it went by the number of losses.</summary>
    public double? Beta { get; }

    /// <summary>The point at which the test is over; <see langword="null"/> if it is not.</summary>
    public int? Stop { get; }

    /// <summary>The rates before that point.</summary>
    public double[] Rates { get; }

    /// <summary>The smoothed losses before that point.</summary>
    public double[] Smoothed { get; }

    /// <summary>Each suggestion with its letter and its name.</summary>
    public IReadOnlyList<(char Letter, string Name, Suggestion Suggestion)> All { get; }

    /// <summary>The suggestions that have a rate.</summary>
    public IEnumerable<(char Letter, string Name, Suggestion Suggestion)> Found => All.Where(s => s.Suggestion.Found);

    /// <summary>What was read, where the test was over, and why a suggestion is missing, a sentence each.</summary>
    public IEnumerable<string> Notes()
    {
        string smoothing = Beta is { } beta ? Invariant($"smoothed with {beta}") : "smoothed over a twentieth of the log";
        yield return $"{Log.LossName} over {Log.RateName}, {LogFile.Count(Log.Rates.Length, "point")}, {smoothing}.";
        if (Log.Skipped > 0)
        {
            yield return $"{LogFile.Count(Log.Skipped, "row")} without a rate or a loss left out.";
        }

        if (Stop is { } stop)
        {
            string sign = double.IsFinite(Log.Losses[stop])
                ? Invariant($"the smoothed loss exceeds {Factor} times its lowest")
                : Invariant($"the loss is {Log.Losses[stop]}");
            yield return Invariant($"Diverged on line {Log.Lines[stop]}, where {sign}; what follows is left out.");
        }

        foreach ((_, string name, Suggestion suggestion) in All.Where(s => !s.Suggestion.Found))
        {
            yield return $"No {name}: {suggestion.Reason}.";
        }
    }

    /// <summary>The losses over the rates, with the suggestions marked.</summary>
    public Plot Drawing(string title)
    {
        Plot plot = new Plot(title)
        {
            LogX = true,
            XTitle = Log.RateName,
            YTitle = Log.LossName,
        }
            .AddLine("as logged", Rates, Log.Losses[..Rates.Length])
            .AddLine("smoothed", Rates, Smoothed);
        return Found.Aggregate(plot, (marked, s) => marked.AddMarker($"{s.Name} {Label.Value(s.Suggestion.Rate)}", s.Suggestion.Rate));
    }
}
