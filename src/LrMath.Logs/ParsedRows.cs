namespace LrMath.Logs;

/// <summary>
/// The rows of a log that does not come in columns: what was found in each line or object, under the names that were found there.
/// </summary>
/// <param name="path">The log, for messages.</param>
internal sealed class ParsedRows(string path)
{
    private readonly Dictionary<string, int> columns = [];
    private readonly List<(long Line, string[] Fields)> rows = [];

    /// <summary>The names, in the order in which they first appear.</summary>
    public string[] Header => [.. columns.OrderBy(column => column.Value).Select(column => column.Key)];

    /// <summary>Whether the names stand in the log; else columns are known by their numbers.</summary>
    public bool HasNames { get; init; } = true;

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>The line that a row begins on.</summary>
    public long Line(int row) => rows[row].Line;

    /// <summary>A field of a row; empty where the row has none of that name.</summary>
    public string Field(int row, int column) => column < rows[row].Fields.Length ? rows[row].Fields[column] : "";

    /// <summary>Adds a row; of several values of one name the first counts.</summary>
    /// <exception cref="UserErrorException">There are too many.</exception>
    public void Add(long line, IEnumerable<(string Name, string Value)> values)
    {
        List<string> fields = [];
        foreach ((string name, string value) in values)
        {
            if (!columns.TryGetValue(name, out int column))
            {
                columns.Add(name, column = columns.Count);
            }

            while (fields.Count <= column)
            {
                fields.Add("");
            }

            if (fields[column].Length == 0)
            {
                fields[column] = value;
            }
        }

        if (fields.Count > 0)
        {
            if (rows.Count == LogFile.MostRows)
            {
                throw new UserErrorException($"{path}:{line}: {LogFile.TooManyRows}");
            }

            rows.Add((line, [.. fields]));
        }
    }
}
