using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>fastai's finder.</summary>
internal sealed class FastaiRecords : RecordMap
{
    public FastaiRecords() : base("fastai")
    {
        Suggests("suggest_valley", (_, log) => FastaiFinder.Valley(log.Rates, log.Losses));
        Suggests("suggest_slide", (a, log) =>
            FastaiFinder.Slide(log.Rates, log.Losses, a.Int("lr_diff"), a.Number("thresh"), a.Number("adjust_value")));
        Suggests("suggest_minimum", (_, log) => FastaiFinder.Minimum(log.Rates, log.Losses));
        Suggests("suggest_steep", (_, log) => FastaiFinder.Steep(log.Rates, log.Losses));
        Record("lr_find", record =>
        {
            Arguments a = record.Args;
            int numIt = a.Int("num_it");
            RangeTestRun run = FastaiFinder.LrFind(record.Curve.Losses, a.Number("start_lr"), a.Number("end_lr"), numIt, a.Flag("stop_div"));
            FastaiSuggestions all = FastaiFinder.Suggest(run, numIt);
            // The record names the suggestions that fastai was asked for.
            Dictionary<string, double> asked = record.Field("suggestions").EnumerateObject().ToDictionary(s => s.Name, s => s.Name switch
            {
                "valley" => all.Valley.Rate,
                "slide" => all.Slide.Rate,
                "minimum" => all.Minimum.Rate,
                "steep" => all.Steep.Rate,
                _ => throw new GoldenException($"the suggestion {s.Name} is unknown"),
            }, StringComparer.Ordinal);
            return RangeRecords.Answer(run).With("suggestions", asked);
        });
    }

    private void Suggests(string name, Func<Arguments, Curve, Suggestion> suggest) => Curve(name, (a, log) =>
    {
        // The length of the test before it was trimmed: the suggestions do not depend on it.
        a.Int("num_it");
        Suggestion suggestion = suggest(a, log);
        return RangeRecords.Answer(suggestion).With("point", [suggestion.Point.Rate, suggestion.Point.Loss]);
    });
}
