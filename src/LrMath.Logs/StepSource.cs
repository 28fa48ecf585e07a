using static System.FormattableString;

namespace LrMath.Logs;

/// <summary>
/// What counts the rows of a log: a column of whole numbers that rises, an epoch together with a batch that begins anew in each of them, or
/// the rows themselves.
/// </summary>
/// <param name="Column">The column; -1 where the rows are counted.</param>
/// <param name="Epoch">The column of the epochs, where <paramref name="Column"/> counts within each; -1 if it does not.</param>
/// <param name="PerEpoch">How many steps an epoch has.</param>
/// <param name="FirstEpoch">The number of the first.</param>
internal sealed record StepSource(int Column, int Epoch = -1, int PerEpoch = 0, int FirstEpoch = 0)
{
    private const int LastStep = int.MaxValue - 1;

    private static readonly string[] Clocks = ["*time*", "*date*", "*stamp*", "*second*", "*elapsed*", "*eta*"];
    private static readonly string[] RowNumbers = ["", "unnamed*", "index", "id", "row", "no", "nr"];

    /// <summary>Chooses what counts the rows of a log from the first of them.</summary>
    /// <param name="file">The log.</param>
    /// <param name="named">The columns with usual names, the likeliest first.</param>
    /// <param name="rates">The columns of the rates.</param>
    /// <param name="rows">The first rows with a rate.</param>
    public static StepSource Of(LogFile file, int[] named, int[] rates, IReadOnlyList<string[]> rows)
    {
        if (Pair(file, named, rows) is { } pair)
        {
            return pair;
        }

        int[] whole = [.. named.Where(column => Values(rows, column) is not null)];
        foreach (int column in whole)
        {
            if (Rises(Values(rows, column)!, strictly: true))
            {
                return new StepSource(column);
            }
        }

        foreach (int column in whole)
        {
            if (Rises(Values(rows, column)!, strictly: false))
            {
                return new StepSource(column);
            }
        }

        // A column that is named but wrong somewhere is read all the same: its line is the message.
        bool IsFraction(int column) => rows.All(row => IsNumber(row, column)) && Values(rows, column) is null;
        int[] begun = [.. named.Where(column => IsNumber(rows[0], column))];
        if (begun.Length > 0 && !Array.TrueForAll(begun, column => file.IsNamed(column, RunLog.UsualEpochs) && IsFraction(column)))
        {
            return new StepSource(begun[0]);
        }

        int[] others =
        [
            .. Enumerable
                .Range(0, file.Width)
                .Where(column => !rates.Contains(column) && !file.IsNamed(column, Clocks))
                .Where(column => Values(rows, column) is { } values && Rises(values, strictly: true))
                .OrderBy(column => file.IsNamed(column, RowNumbers)),
        ];
        return new StepSource(others.Length > 0 ? others[0] : -1);
    }

    /// <summary>What to call the steps.</summary>
    public string Name(LogFile file) =>
        Column < 0 ? "row"
        : Epoch < 0 ? file.Name(Column)
        : Invariant($"{file.Name(Epoch)} × {PerEpoch} + {file.Name(Column)}");

    /// <summary>The step of a row.</summary>
    /// <param name="file">The log.</param>
    /// <param name="line">The line of the row.</param>
    /// <param name="field">The field of a column in this row.</param>
    /// <param name="index">How many rows are before it.</param>
    /// <exception cref="UserErrorException">The row has no step, or one that is not a whole number from 0 on.</exception>
    public int At(LogFile file, long line, Func<int, string> field, int index)
    {
        if (Column < 0)
        {
            return index;
        }

        double at = Number(file, line, Column, field(Column));
        double before = Epoch < 0 ? 0 : (Number(file, line, Epoch, field(Epoch)) - FirstEpoch) * PerEpoch;
        double step = before + at;
        return step % 1 == 0 && step is >= 0 and <= LastStep
            ? (int)step
            : throw file.Mistake(line, Invariant($"{file.Name(Column)} is {at}; a step is a whole number from 0 to {LastStep}"));
    }

    private static double Number(LogFile file, long line, int column, string text) =>
        text.Length == 0 ? throw file.Mistake(line, $"{file.Name(column)} is missing")
        : LogFile.TryNumber(text, out double value) ? value
        : throw file.Mistake(line, $"{file.Name(column)} is '{LogFile.Cropped(text)}', not a number");

    /// <summary>
    /// An epoch and a batch within it: the batch falls where the epoch rises, and nowhere else. An epoch is as long as its log says
    /// (<c>[10/200]</c>), else as its largest batch and one interval.
    /// </summary>
    private static StepSource? Pair(LogFile file, int[] named, IReadOnlyList<string[]> rows)
    {
        foreach (int epoch in named.Where(column => file.IsNamed(column, RunLog.UsualEpochs)))
        {
            if (Values(rows, epoch) is not { } epochs)
            {
                continue;
            }

            foreach (int batch in named.Where(column => column != epoch))
            {
                if (Values(rows, batch) is { } batches && Enumerable.Range(1, rows.Count - 1).Any(i => batches[i] < batches[i - 1]))
                {
                    bool isPair = Enumerable
                        .Range(1, rows.Count - 1)
                        .All(i => batches[i] < batches[i - 1] ? epochs[i] > epochs[i - 1] : epochs[i] == epochs[i - 1]);
                    if (isPair)
                    {
                        return new StepSource(batch, epoch, Length(file, batch, rows, batches), epochs[0]);
                    }
                }
            }
        }

        return null;
    }

    private static int Length(LogFile file, int batch, IReadOnlyList<string[]> rows, int[] batches)
    {
        int total = file.ColumnOf(TextRows.TotalOf(file.Name(batch)));
        if (total >= 0 && Values(rows, total) is [> 0 and var said, ..] && said >= batches.Max())
        {
            return said;
        }

        int interval = Enumerable.Range(1, batches.Length - 1).Select(i => batches[i] - batches[i - 1]).Where(rise => rise > 0).Min();
        return batches.Max() + interval - batches.Min();
    }

    private static bool IsNumber(string[] row, int column) =>
        column < row.Length && row[column].Length > 0 && LogFile.TryNumber(row[column], out _);

    // Null where a row has none, or one that is no step.
    private static int[]? Values(IReadOnlyList<string[]> rows, int column)
    {
        int[] values = new int[rows.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!IsNumber(rows[i], column) || !LogFile.TryNumber(rows[i][column], out double value))
            {
                return null;
            }

            if (value % 1 != 0 || value is < 0 or > LastStep)
            {
                return null;
            }

            values[i] = (int)value;
        }

        return values;
    }

    // Where a run was resumed, its steps fall once; two falls after one another are another order.
    private static bool Rises(int[] values, bool strictly)
    {
        int falls = 0;
        for (int i = 1; i < values.Length; i++)
        {
            falls = values[i] < values[i - 1] ? falls + 1 : 0;
            if (falls > 1 || (strictly && values[i] == values[i - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
