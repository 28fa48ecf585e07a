using LrMath.Analysis;
using LrMath.Plotting.Axes;
using LrMath.Structure;
using static System.FormattableString;

namespace LrMath.Logs.Reports;

/// <summary>What an audit found, in sentences.</summary>
internal static class AuditedWords
{
    /// <summary>The verdict in a word.</summary>
    public static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>The verdict with what it means for this run.</summary>
    public static string Sentence(Audited found) =>
        Name(found.Verdict)
        + ": "
        + found.Verdict switch
        {
            Verdict.Agrees => "the run followed the schedule, within the digits that the log prints.",
            Verdict.Shifted when found.By > 0 => Invariant($"the run was {found.By} steps ahead of the schedule from the first row on."),
            Verdict.Shifted => Invariant($"the run was {-found.By} steps behind the schedule from the first row on."),
            Verdict.Stretched when found.By > 1 => Invariant($"the scheduler was stepped {found.By} times per update."),
            Verdict.Stretched => Invariant($"the scheduler was stepped once in {1 / found.By:0.####} updates."),
            Verdict.Restarted => Invariant($"the run went on from the beginning of the schedule at step {found.At}."),
            Verdict.Jumped when found.By == found.At => Invariant(
                $"the position was counted twice when the run went on at step {found.At}."
            ),
            Verdict.Jumped when found.By > 0 => Invariant($"at step {found.At} the run went on {found.By} steps ahead of the schedule."),
            Verdict.Jumped => Invariant($"at step {found.At} the run went on {-found.By} steps behind the schedule."),
            Verdict.Scaled => Invariant($"all rates are the schedule's times {Label.Value(found.By!.Value)}."),
            Verdict.Stopped => Invariant($"the rate of step {found.At} was kept from then on: the scheduler was no longer stepped."),
            Verdict.Clamped => Invariant($"the rates stop at {Label.Value(found.By!.Value)}, a bound that the schedule does not have."),
            Verdict.RisesAgain => "the cosine rises again after its end.",
            Verdict.Arguments => Invariant($"the run had another {found.Argument}: {Numbers.Text(found.By!.Value)}."),
            _ => "no known fault explains this log.",
        };

    /// <summary>Where the run departs, and what happened.</summary>
    public static IEnumerable<string> Notes(RunLog run, Audited found)
    {
        yield return LogWords.Taken(run);
        if (found.FirstDifference is { } first)
        {
            string rates = $"logged {Label.Value(found.Logged)}, intended {Label.Value(found.Intended)}";
            yield return Invariant($"The first row that differs is {run.StepName} {first}: {rates}.");
        }

        if (found.Verdict != Verdict.Agrees && found.Expression is { } expression)
        {
            yield return $"What happened: {LogWords.Short(expression)}";
        }
    }

    /// <summary>The step to be marked in a picture.</summary>
    public static (int Step, string Text)? Mark(Audited found) =>
        (found.At ?? found.FirstDifference) is { } step ? (step, Name(found.Verdict)) : null;
}
