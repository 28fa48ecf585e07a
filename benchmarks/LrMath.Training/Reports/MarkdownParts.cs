using System.Globalization;
using System.Text;

namespace LrMath.Training;

/// <summary>Paragraphs that the reports share.</summary>
internal static class MarkdownParts
{
    public const string Legend = """
        * **epochs to …**: median over the seeds of the first epoch with that validation accuracy; in brackets how many got there.
        * **loss**: validation loss at the end; **rise**: how far above its lowest value of the run.
        * **instability**: standard deviation of the validation loss around its trend over the last quarter of the run.
        * **diverged**: loss infinite, or the end less than twice as good as guessing.
        * **forgiving**: rates of the grid whose validation accuracy is within a point of the best.


        """;

    public static string PartialNote(Experiment experiment, ResultsFile results) =>
        experiment.IsComplete(results)
            ? ""
            : "**Partial: the experiment was stopped.** Only what is finished is counted; the same command goes on.\n\n";

    public static string Method(Experiment experiment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The base rate is tuned on the validation images over {string.Join(
                ", ",
                experiment.Arms[0].Rates.Select(Words.Rate)
            )} with {Count(experiment.TuningSeeds, "seed")}, and reported with {Count(
                experiment.Seeds,
                "other seed"
            )}. Intervals are 95% (Student's t); differences are taken
            seed by seed. `(edge)`: the best rate is the first or last of the grid.
            """
        );

    /// <summary>Whether the intervals cover the choice of images.</summary>
    public static string Images(Experiment experiment, double target, Splits data, ResultsFile results)
    {
        if (!data.Same)
        {
            return """
                Each seed has a split of its own, so the intervals cover the choice of images as well; an image that tests one seed may validate
                another.
                """;
        }

        double[] accuracies =
        [
            .. experiment.Lengths.SelectMany(epochs => Tables.All(experiment, epochs, target, results)).Select(s => s.Accuracy.Mean),
        ];
        if (accuracies.Length == 0)
        {
            return "";
        }

        double usual = accuracies.Order().ElementAt(accuracies.Length / 2);
        int images = data.For(1).Test.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The intervals are over seeds; the {images:N0} test images are the same for all, so other
            images would move every accuracy by about ±{196 * Math.Sqrt(usual * (1 - usual) / images):0.0} points, most of it alike.
            """
        );
    }

    public static string Standings(Experiment experiment, double target, ResultsFile results)
    {
        var text = new StringBuilder();
        foreach (int epochs in experiment.Lengths)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Tables.LengthName(experiment, epochs)}\n\n")
                .Append(AtBaseRate(experiment, epochs, target, results))
                .Append(Tables.Standings(experiment, epochs, target, results).ToMarkdown())
                .Append(CultureInfo.InvariantCulture, $"\n![Validation loss](loss-{epochs}.svg)\n\n");
        }

        return text.ToString();
    }

    private static string AtBaseRate(Experiment experiment, int epochs, double target, ResultsFile results) =>
        experiment.BaseRate is { } rate
            ? $"All at a base rate of {Words.Rate(rate)}:\n\n"
                + $"{Tables.AtBaseRate(experiment, epochs, target, results).ToMarkdown()}\nEach at its tuned rate:\n\n"
            : "";

    public static string Tuning(Experiment experiment, ResultsFile results)
    {
        var text = new StringBuilder("## Tuning: validation accuracy at each base rate, %\n");
        foreach (int epochs in experiment.Lengths)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {Tables.LengthName(experiment, epochs)}\n\n")
                .Append(Tables.Tuning(experiment, epochs, results).ToMarkdown());
        }

        return text.ToString();
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
