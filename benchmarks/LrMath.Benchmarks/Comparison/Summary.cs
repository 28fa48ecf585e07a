using System.Globalization;

namespace LrMath.Benchmarks.Comparison;

/// <summary>One line per goal: how many figures are judged by it, the usual one and the worst.</summary>
internal static class Summary
{
    private static readonly string[] Columns =
    [
        "what, and beside what",
        "goal",
        " figures",
        " median",
        " worst",
        "which",
        "its ns: ours, beside",
        "",
    ];

    public static Table Table(IReadOnlyList<RowGroup> groups) =>
        new(
            "Goals",
            Columns,
            [
                .. groups.SelectMany(group =>
                    group
                        .Rows.Where(row => row.Goal.IsJudged)
                        .GroupBy(row => row.Goal.Text)
                        .Select(rows => Line(group.Title, [.. rows.OrderBy(row => row.Goal.MoreIsBetter ? -row.Figure : row.Figure)]))
                ),
            ]
        );

    private static string[] Line(string title, Row[] fromBestToWorst)
    {
        Row middle = fromBestToWorst[fromBestToWorst.Length / 2];
        Row worst = fromBestToWorst[^1];
        return
        [
            title,
            worst.Goal.Text,
            fromBestToWorst.Length.ToString(CultureInfo.InvariantCulture),
            Numbers.Text(middle.Figure, middle.Goal.Unit),
            Numbers.Text(worst.Figure, worst.Goal.Unit),
            worst.What,
            worst.IsTimed ? $"{Numbers.Text(worst.Ours)}, {Numbers.Text(worst.Others.Aggregate((left, right) => left + right))}" : "",
            Verdict(fromBestToWorst),
        ];
    }

    /// <summary>What was not reached, the misses last; "ok" if all was.</summary>
    private static string Verdict(Row[] rows)
    {
        int missed = rows.Count(row => row.IsMissed);
        IEnumerable<string> verdicts = rows.Where(row => row.IsAtLimit).Select(row => $"{row.What} {row.Verdict}");
        if (missed > 0)
        {
            verdicts = verdicts.Append(string.Create(CultureInfo.InvariantCulture, $"{missed} missed"));
        }

        return string.Join("; ", verdicts.DefaultIfEmpty("ok"));
    }
}
