using LrMath.Analysis.Auditing;
using LrMath.Analysis.Identifying;
using LrMath.Structure;

namespace LrMath.Analysis;

/// <summary>What the rates of a run's log tell.</summary>
public static class RunLogs
{
    private static readonly Func<Case, Explanation?>[] Faults =
    [
        Shifted.Find,
        Auditing.Scaled.Find,
        Restarted.Find,
        StoppedOrClamped.Find,
        RisesAgain.Find,
        Clamped.Find,
        Stretched.Find,
        Jumped.Find,
        ChangedArgument.Find,
        TwoFaults.Find,
        ScaledAndMoved.Find,
    ];

    extension(RateLog log)
    {
        /// <summary>
        /// The schedule that a run was trained with, told from its log: the shortest and roundest that explains every row within its
        /// digits.
        /// </summary>
        /// <returns>
        /// The schedule, of the steps that the log counts; or the one that explains the longest beginning of the log, and from where on it
        /// does not.
        /// </returns>
        /// <exception cref="ArgumentNullException">The log is null.</exception>
        /// <remarks>
        /// The known families are fitted by least squares (MathNet.Numerics), then one argument after the other is set to the roundest
        /// number that the digits of the log allow. Docs: run-logs.md.
        /// </remarks>
        /// <example><code>RateLog.Parse([0, 10, 20, 30], ["0.1", "0.08", "0.06", "0.04"]).Identify().Expression == "Schedule.Linear(0.1, 0,
        /// 50)"</code></example>
        public Identified Identify()
        {
            ArgumentNullException.ThrowIfNull(log);
            return Identification.Of(Observations.Of(log));
        }

        /// <summary>
        /// Whether a run followed the schedule that it should have followed; and if not, which known fault explains its log.
        /// </summary>
        /// <param name="intended">
        /// The schedule, of the steps that the log counts. A lambda will do, but its arguments cannot be looked into.
        /// </param>
        /// <returns>The verdict, its position and amount, and the schedule that explains the log.</returns>
        /// <exception cref="ArgumentNullException">The log or the schedule is null.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// Every fault is a verb on the schedule; each is solved for its position and amount, and the first that explains every row within
        /// its digits is the answer. Whatever the schedule throws at a logged step is thrown on.
        /// </remarks>
        /// <example><code>RateLog.Parse([0, 10, 20], ["0.2", "0.16", "0.12"]).Audit(Schedule.Linear(0.1, 0, 50)).By // 2</code></example>
        public Audited Audit(Func<int, double> intended)
        {
            ArgumentNullException.ThrowIfNull(log);
            var rows = Observations.Of(log);
            Case fault = new(rows, Guard.Schedule(intended));
            if (fault.First == rows.Count)
            {
                return new Audited(Verdict.Agrees, null, null, null, intended, null, 0, 0);
            }

            Explanation? explanation = null;
            foreach (Func<Case, Explanation?> find in Faults)
            {
                explanation ??= find(fault);
            }

            int first = rows.Steps[fault.First];
            explanation ??= new Explanation(Verdict.Different, null, null, null!);
            Func<int, double>? schedule = explanation.Verdict == Verdict.Different ? Explained(rows) : explanation.Schedule;
            return new Audited(
                explanation.Verdict,
                explanation.At,
                explanation.By,
                explanation.Argument,
                schedule,
                first,
                rows.Rates[fault.First],
                intended(first)
            );
        }
    }

    private static Func<int, double>? Explained(Observations rows) => new Search(rows).Run()?.Schedule;
}
