using LrMath.Analysis;
using static System.FormattableString;

namespace LrMath.Logs;

/// <summary>The rates and losses of a range test that somebody logged.</summary>
/// <param name="Rates">Finite, positive, strictly rising.</param>
/// <param name="Losses">The loss at each rate; the last ones may be NaN or infinite.</param>
/// <param name="Lines">The line of the file that each point stands on.</param>
/// <param name="RateName">The column the rates are from.</param>
/// <param name="LossName">The column the losses are from.</param>
/// <param name="Skipped">How many rows had no rate or no loss.</param>
internal sealed record RangeTestLog(double[] Rates, double[] Losses, long[] Lines, string RateName, string LossName, int Skipped)
{
    /// <summary>What counts the points, and the count of each; <see langword="null"/> where it was not asked for.</summary>
    public (string Name, string[] Counts)? Steps { get; init; }

    /// <summary>The unit of the last digit that the losses are printed with; 0 if it is not known.</summary>
    public double LastDigit { get; init; }

    /// <summary>Whether all losses are the same but for the last digit that is printed: then no fall of them can be told.</summary>
    public bool IsFlat =>
        Losses.Where(double.IsFinite).ToArray() is { Length: > 0 } losses && losses.Max() - losses.Min() <= LastDigit * (1 + 1e-9);

    private const int Fewest = 3;

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file; see <see cref="LogFile"/>.</param>
    /// <param name="rate">The column of the rates; <see langword="null"/> to look for it.</param>
    /// <param name="loss">The column of the losses; <see langword="null"/> to look for it.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static RangeTestLog Read(string path, string? rate, string? loss) => Read(path, rate, loss, null, null);

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file; see <see cref="LogFile"/>.</param>
    /// <param name="rate">The column of the rates; <see langword="null"/> to look for it.</param>
    /// <param name="loss">The column of the losses; <see langword="null"/> to look for it.</param>
    /// <param name="step">The column that counts the points; <see langword="null"/> for none.</param>
    /// <param name="pattern">The regular expression that finds them in plain text; <see langword="null"/> for the usual ones.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static RangeTestLog Read(string path, string? rate, string? loss, string? step, string? pattern)
    {
        using var file = LogFile.Open(path, pattern);
        return Read(file, rate, loss, step);
    }

    /// <summary>Reads a log that is open already.</summary>
    /// <param name="file">The log.</param>
    /// <param name="rate">The column of the rates; <see langword="null"/> to look for it.</param>
    /// <param name="loss">The column of the losses; <see langword="null"/> to look for it.</param>
    /// <param name="step">The column that counts the points; <see langword="null"/> for none.</param>
    /// <exception cref="UserErrorException">It is not such a log; the message says where and why.</exception>
    public static RangeTestLog Read(LogFile file, string? rate, string? loss, string? step = null)
    {
        int? counted = step is null ? null : file.Column("--step-column", step);
        // Two columns without a header can only be these.
        bool pair = !file.HasHeader && file.Width == 2;
        int rates = file.Column(
            "--rate",
            rate ?? (pair ? "1" : null),
            "lr",
            "learning_rate",
            "rate",
            "lrs",
            "learningrate",
            "*_lr",
            "*_learning_rate",
            "lr_*"
        );
        int losses = file.Column(
            "--loss",
            loss ?? (pair ? "2" : null),
            "loss",
            "train_loss",
            "training_loss",
            "loss_train",
            "batch_loss",
            "losses",
            "*_loss"
        );
        if (rates == losses)
        {
            throw new UserErrorException($"{file.Path}: --rate and --loss are the same column, {file.Name(rates)}");
        }

        (List<double> x, List<double> y, List<long> lines, List<string> counts, int skipped) = ([], [], [], [], 0);
        List<string> texts = [];
        foreach (LogRow row in file.Rows())
        {
            if (row.Number(rates) is not { } here || row.Number(losses) is not { } seen)
            {
                skipped++;
                continue;
            }
            if (!(here > 0) || !double.IsFinite(here))
            {
                throw row.Mistake(Invariant($"{file.Name(rates)} is {here}; a rate must be finite and positive"));
            }

            if (x.Count > 0 && here <= x[^1])
            {
                throw row.Mistake(
                    Invariant($"{file.Name(rates)} is {here} after {x[^1]} on line {lines[^1]}; the rates of a range test must rise")
                );
            }

            x.Add(here);
            y.Add(seen);
            lines.Add(row.Line);
            texts.Add(row.Text(losses));
            if (counted is { } column)
            {
                counts.Add(row.Text(column));
            }
        }

        if (x.Count < Fewest)
        {
            throw new UserErrorException(
                $"{file.Path}: {LogFile.Count(x.Count, "row")} with both {file.Name(rates)} and {file.Name(losses)}; "
                    + $"a range test needs {Fewest} or more"
            );
        }

        if (!double.IsFinite(y[0]))
        {
            throw file.Mistake(lines[0], Invariant($"{file.Name(losses)} is {y[0]} in the first row already; there is nothing to read"));
        }

        return new RangeTestLog([.. x], [.. y], [.. lines], file.Name(rates), file.Name(losses), skipped)
        {
            LastDigit = LastDigitOf(texts, y),
            Steps = counted is { } named ? (file.Name(named), [.. counts]) : null,
        };
    }

    // Programs leave out zeros at the end: the number with the most digits tells them.
    private static double LastDigitOf(List<string> texts, List<double> losses) =>
        Math.Pow(10, texts.Where((_, row) => double.IsFinite(losses[row])).Min(text => PrintedDigits.LastPlace(text.Trim())));
}
