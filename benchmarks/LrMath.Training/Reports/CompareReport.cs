using System.Globalization;
using System.Text;

namespace LrMath.Training;

/// <summary>The files of <c>compare</c>.</summary>
public static class CompareReport
{
    /// <summary>Name and text of each, the report itself last.</summary>
    public static IEnumerable<(string Name, string Text)> Files(Comparison comparison, ResultsFile results)
    {
        Table everything = Tables.Everything(comparison.Experiment, comparison.Plan.Target, results);
        yield return ("results.csv", everything.ToCsv());
        foreach ((string name, string text) in Charts.OfComparison(comparison, results, everything))
        {
            yield return (name, text);
        }

        yield return ("report.md", Markdown(comparison, results));
    }

    private static string Markdown(Comparison comparison, ResultsFile results)
    {
        Experiment experiment = comparison.Experiment;
        Split data = comparison.Data.For(1);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Learning-rate schedules on {comparison.Data.Name}\n\n")
            .Append(MarkdownParts.PartialNote(experiment, results))
            .Append(
                CultureInfo.InvariantCulture,
                $"{data.Train.Count:N0} images to learn from, {data.Validation.Count:N0} for validation, {data.Test.Count:N0} "
                    + $"for the test. "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{comparison.Model.Describe(data.Train.PixelCount, data.Train.Classes)}, batches of {comparison.Model.Batch} "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"({comparison.StepsPerEpoch} updates an epoch), optimizer {comparison.Optimizer.Name}.\n\n"
            )
            .Append(MarkdownParts.Method(experiment))
            .Append(' ')
            .Append(MarkdownParts.Images(experiment, comparison.Plan.Target, comparison.Data, results))
            .Append("\n\n")
            .Append(MarkdownParts.Standings(experiment, comparison.Plan.Target, results))
            .Append("![Accuracy by schedule and length](accuracy.svg)\n\n![The schedules](rates.svg)\n\n")
            .Append(MarkdownParts.Legend);
        if (Claims.Of(experiment, comparison.Plan.Target, results) is { Rows.Count: > 0 } claims)
        {
            text.Append("## What guides claim\n\n")
                .Append(claims.ToMarkdown())
                .Append(
                    """

                    Accuracy in points. *Not seen*: the interval holds 0. Of a claim that something is good or safe, *confirmed* is no more than half a
                    point below the mean of the others, *contradicted* more, and *not decided* when the interval holds that limit. One interval in
                    twenty misses by chance.


                    """
                );
        }

        if (GuideClaims.Of(experiment, comparison.Plan.Target, results) is { Rows.Count: > 0 } guide)
        {
            string target = Words.Number(100 * comparison.Plan.Target);
            text.Append("## What the guide claims\n\n")
                .Append(guide.ToMarkdown())
                .Append(
                    CultureInfo.InvariantCulture,
                    $"""

                    The target is {target} % on the validation images; a run that never reaches it counts as one epoch more than it had.
                    Accuracy in points. *30 % faster* is contradicted when the whole interval is below 30, and confirmed when it is
                    above 0 and reaches 30. Instability 1 higher is twice as unstable. *Solid* is confirmed down to half a point below
                    the mean of the others. *Not seen*: the interval holds 0. One interval in twenty misses by chance.


                    """
                );
        }

        return text.Append(MarkdownParts.Tuning(experiment, results)).ToString();
    }
}
