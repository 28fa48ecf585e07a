namespace LrMath.Logs;

/// <summary>A row of a <see cref="LogFile"/>, to be read before the next one is asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line it begins on, from 1.</param>
internal readonly record struct LogRow(LogFile File, long Line)
{
    /// <summary>The number in a column, NaN and infinities included; <see langword="null"/> where the field is empty.</summary>
    /// <exception cref="UserErrorException">The field is no number.</exception>
    public double? Number(int column)
    {
        string field = File.Field(column);
        return field.Length == 0 ? null
            : LogFile.TryNumber(field, out double value) ? value
            : throw Mistake(
                $"{File.Name(column)} is '{LogFile.Cropped(field)}', not a number"
                    + (field.Contains(',', StringComparison.Ordinal) ? "; decimals want a point" : "")
            );
    }

    /// <summary>A field as it stands in the file.</summary>
    public string Text(int column) => File.Field(column);

    /// <summary>Whether there is a number in a column, NaN and infinities included.</summary>
    public bool HasNumber(int column) => File.Field(column) is { Length: > 0 } field && LogFile.TryNumber(field, out _);

    /// <summary>An error at this line.</summary>
    public UserErrorException Mistake(string what) => File.Mistake(Line, what);
}
