using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using CsvHelper;

namespace LrMath.Logs;

/// <summary>
/// A log, read row by row: separated values (comma, semicolon or tab, with a header or without), JSON, or plain text; gzipped or not, as
/// the file has it. Of separated values, lines that are blank or begin with '#' are passed over.
/// </summary>
internal sealed partial class LogFile : IDisposable
{
    /// <summary>A file of more rows is refused: a small archive can hold more of them than there is memory for.</summary>
    public const int MostRows = 5_000_000;

    /// <summary>What is said of more rows.</summary>
    public static string TooManyRows { get; } =
        $"there are more than {Count(MostRows, "row")}, the most that are read; keep every tenth or so";

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrimWhitespace = true,
        CommentPrefix = '#',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        // Nothing to read here has longer rows; a quote that is never closed has.
        MaxRecordSize = 1 << 20,
    };

    private static readonly string[] Missing = ["NA", "N/A", "<NA>", "None", "null", "-", "--"];

    private readonly string path;
    private readonly Stream content;
    private readonly CsvReader reader = null!;
    private readonly ParsedRows? parsed;
    private readonly string[]? header;
    private readonly TableHead head;
    private int parsedRow = -1;

    private LogFile(string path, Stream content, BegunStream whole, TableHead head, Func<StreamReader, ParsedRows>? parse)
    {
        (this.path, this.content, this.head) = (path, content, head);
        if (parse is not null)
        {
            using var text = new StreamReader(whole);
            parsed = Parsed(parse, text);
            header = parsed.HasNames ? parsed.Header : null;
            Width = parsed.Header.Length;
            return;
        }

        whole.SkipLines(head.Skipped);
        reader = CsvReader.Create(whole, head.Separator is { } separator ? Options with { Separator = separator } : Options);
        if (!Read())
        {
            throw new UserErrorException($"{path} is empty");
        }

        string[] first = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        if (first.Any(field => field.Contains('\0', StringComparison.Ordinal)))
        {
            throw new UserErrorException($"{path} is not text");
        }

        Width = first.Length;
        if (first.Any(field => field.Length > 0 && !TryNumber(field, out _)))
        {
            header = first;
        }
    }

    /// <summary>Opens a file and reads its first row.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, is empty, or is not text.</exception>
    public static LogFile Open(string path) => Open(path, null);

    /// <summary>Opens a file and reads its first row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pattern">A regular expression whose named groups are the columns; <see langword="null"/> for a file that is no plain
    /// text.</param>
    /// <exception cref="UserErrorException">The file cannot be read, is empty, or is not text; or the pattern is none.</exception>
    public static LogFile Open(string path, string? pattern)
    {
        Regex? expression = Compiled(pattern);
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            return Read(path, file, expression);
        }
        catch (Exception problem)
        {
            file?.Dispose();
            if (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidDataException)
            {
                throw new UserErrorException($"cannot read '{path}': {Reason(path, problem)}", problem);
            }

            throw;
        }
    }

    /// <summary>Reads the first row of a file that is open already.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="file">The file from its beginning; disposed with this log.</param>
    /// <param name="pattern">See <see cref="Open(string, string?)"/>.</param>
    /// <exception cref="UserErrorException">The file is empty or damaged, or is not text; or the pattern is none.</exception>
    public static LogFile Open(string name, Stream file, string? pattern)
    {
        Regex? expression = Compiled(pattern);
        try
        {
            return Read(name, file, expression);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            throw new UserErrorException($"cannot read '{name}': {problem.Message}", problem);
        }
    }

    private static LogFile Read(string path, Stream file, Regex? pattern)
    {
        Stream content = IsGzip(path, file) ? new GzipContent(file) : file;
        var begun = new BegunStream(content);
        // A byte-order mark tells UTF-16 and UTF-32; without one it is UTF-8.
        using var reader = new StreamReader(new MemoryStream(begun.Head.ToArray()));
        string text = reader.ReadToEnd();
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UserErrorException($"{path} is not text");
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var head = TableHead.Of(lines);
        return new LogFile(path, content, begun, head, Parser(path, text, lines, head, pattern));
    }

    private static Regex? Compiled(string? pattern)
    {
        try
        {
            if (pattern is null)
            {
                return null;
            }

            var expression = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            return expression.GetGroupNames().Any(name => !char.IsAsciiDigit(name[0]))
                ? expression
                : throw new UserErrorException("--pattern has no group with a name; \"step (?<step>\\d+).* lr (?<rate>\\S+)\" has two");
        }
        catch (ArgumentException problem)
        {
            throw new UserErrorException($"--pattern is no regular expression: {problem.Message}", problem);
        }
    }

    private static Func<StreamReader, ParsedRows>? Parser(string path, string text, string[] lines, TableHead head, Regex? pattern) =>
        pattern is not null ? reader => TextRows.Read(path, reader, pattern)
        : JsonRows.Are(text) ? reader => JsonRows.Read(path, reader)
        : head.IsSpaced ? reader => SpacedRows.Read(path, reader)
        : TextRows.Are(lines) ? reader => TextRows.Read(path, reader, null)
        : null;

    private ParsedRows Parsed(Func<StreamReader, ParsedRows> parse, StreamReader text)
    {
        try
        {
            ParsedRows rows = parse(text);
            return rows.Count > 0
                ? rows
                : throw new UserErrorException($"{path} has no row that is understood; --pattern finds steps and rates in plain text");
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            throw Unreadable(problem);
        }
        catch (RegexMatchTimeoutException problem)
        {
            throw new UserErrorException($"--pattern takes too long on a line of {path}", problem);
        }
    }

    /// <summary>The rows below the header.</summary>
    /// <exception cref="UserErrorException">A row has not as many fields as the first, a quote is out of place, or the file is
    /// damaged.</exception>
    public IEnumerable<LogRow> Rows()
    {
        while (parsed is not null && ++parsedRow < parsed.Count)
        {
            yield return new LogRow(this, parsed.Line(parsedRow));
        }

        if (parsed is not null)
        {
            yield break;
        }

        int rows = 0;
        bool more = header is null || Read();
        for (; more; more = Read())
        {
            if (++rows > MostRows)
            {
                throw Mistake(Line, TooManyRows);
            }

            if (IsHeaderAgain() || (rows == 1 && IsUnits()))
            {
                continue;
            }

            int fields = reader.FieldCount;
            // Some programs end each row, but not the header, with a separator.
            if (fields < Width || Enumerable.Range(Width, fields - Width).Any(i => !reader.IsEmpty(i)))
            {
                throw Mistake(Line, $"{Count(fields, "field")}, but the first line has {Width}");
            }

            yield return new LogRow(this, Line);
        }
    }

    private long Line => reader.LineNumber + head.Skipped;

    // Some programs write the header anew when a run is resumed.
    private bool IsHeaderAgain() =>
        header is not null && reader.FieldCount == Width && Enumerable.Range(0, Width).All(i => reader.GetString(i) == header[i]);

    // A line of units below the header, or one that only separates them.
    private bool IsUnits() =>
        header is not null
        && Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray() is var fields
        && fields.All(field => IsMissing(field) || !TryNumber(field, out _))
        && fields.Any(field => field.Length > 0)
        && UsualColumns(RunLog.UsualSteps).Any(column => column < fields.Length && fields[column].Length > 0);

    /// <summary>Finds a column by its name or its number, or by the names that are usual for it.</summary>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="wanted">The name, or the number from 1; <see langword="null"/> to look for a usual one.</param>
    /// <param name="usual">Usual names, the likeliest first, in lower case with '_' between words; '*' stands for anything.</param>
    /// <returns>The column, from 0.</returns>
    /// <exception cref="UserErrorException">There is no such column, or there are several.</exception>
    public int Column(string option, string? wanted, params IReadOnlyList<string> usual)
    {
        if (wanted is not null)
        {
            return Only(option, [.. Columns(name => name == wanted)])
                ?? Only(option, [.. Columns(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase))])
                ?? Numbered(wanted)
                ?? throw new UserErrorException($"{path} has no column '{wanted}' for {option}; it has {Listed()}");
        }

        return UsualColumn(option, usual)
            ?? throw new UserErrorException($"{path} does not say which column {option} is; it has {Listed()}");
    }

    /// <summary>Finds a column by the names that are usual for it.</summary>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="usual">See <see cref="Column"/>.</param>
    /// <returns>The column, from 0; <see langword="null"/> if no name is usual.</returns>
    /// <exception cref="UserErrorException">There are several.</exception>
    public int? UsualColumn(string option, params IReadOnlyList<string> usual) =>
        usual.Select(pattern => Only(option, [.. Columns(name => IsUsual(name, [pattern]))])).FirstOrDefault(column => column is not null);

    /// <summary>The columns with usual names, the likeliest first.</summary>
    /// <param name="usual">See <see cref="Column"/>.</param>
    /// <param name="firstOnly">Whether only those of the likeliest name are wanted.</param>
    public int[] UsualColumns(IReadOnlyList<string> usual, bool firstOnly = false)
    {
        IEnumerable<int[]> byName = usual
            .Select(pattern => Columns(name => IsUsual(name, [pattern])).ToArray())
            .Where(found => found.Length > 0);
        return firstOnly ? byName.FirstOrDefault() ?? [] : [.. byName.SelectMany(found => found).Distinct()];
    }

    /// <summary>Whether a name is one of the usual ones; see <see cref="Column"/>.</summary>
    public static bool IsUsual(string name, IReadOnlyList<string> usual) =>
        usual.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Words(name)));

    /// <summary>Whether a column has one of the usual names; see <see cref="Column"/>.</summary>
    public bool IsNamed(int column, IReadOnlyList<string> usual) => header is not null && IsUsual(header[column], usual);

    /// <summary>The column of a name; -1 if there is none.</summary>
    public int ColumnOf(string name) => header is null ? -1 : Array.IndexOf(header, name);

    /// <summary>Whether a field says that there is no value.</summary>
    public static bool IsMissing(string field) =>
        field.Length == 0 || (field.Length <= 4 && Missing.Contains(field, StringComparer.OrdinalIgnoreCase));

    /// <summary>The name of the file.</summary>
    public string Path => path;

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader => header is not null;

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>What to call a column.</summary>
    public string Name(int column) => header is null ? $"column {column + 1}" : Cropped(header[column]);

    /// <summary>An error at a line of this file.</summary>
    public UserErrorException Mistake(long line, string what) =>
        Damage() is { } damage ? Unreadable(damage) : new UserErrorException($"{path}:{line}: {what}");

    /// <inheritdoc/>
    public void Dispose()
    {
        reader?.Dispose();
        content.Dispose();
    }

    internal string Field(int column)
    {
        string field = parsed?.Field(parsedRow, column) ?? reader.GetString(column);
        return IsMissing(field) ? ""
            : head.HasDecimalCommas ? field.Replace(',', '.')
            : field;
    }

    internal static bool TryNumber(string field, out double value)
    {
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        if (field.Length > 0 && Grouped().IsMatch(field))
        {
            return double.TryParse(Groups().Replace(field, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }

        ReadOnlySpan<char> unsigned = field.AsSpan().TrimStart("+-");
        value = field.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
        return unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase);
    }

    internal static string Cropped(string text) => Printable.Line(text) is var line && line.Length <= 40 ? line : line[..37] + "...";

    internal static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static bool IsGzip(string name, Stream file)
    {
        if (!file.CanSeek)
        {
            return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        }

        bool magic = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return magic;
    }

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException problem)
        {
            throw Mistake(problem.LineNumber, "a quote is out of place or never closed");
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            throw Unreadable(problem);
        }
    }

    private UserErrorException Unreadable(Exception problem) => new($"cannot read '{path}': {problem.Message}", problem);

    // What is wrong with the last row of a damaged archive is not the fault of the row.
    private InvalidDataException? Damage()
    {
        if (content is not GzipContent archive)
        {
            return null;
        }

        try
        {
            Span<byte> rest = stackalloc byte[4096];
            int read = 0;
            while (read < Options.MaxRecordSize && archive.Read(rest) is > 0 and var count)
            {
                read += count;
            }

            return null;
        }
        catch (InvalidDataException damage)
        {
            return damage;
        }
    }

    private IEnumerable<int> Columns(Func<string, bool> matches) =>
        Enumerable.Range(0, header?.Length ?? 0).Where(i => matches(header![i]));

    private int? Only(string option, int[] columns) =>
        columns.Length switch
        {
            0 => null,
            1 => columns[0],
            _ => throw new UserErrorException(
                $"{path} has several columns that {option} could be: "
                    + $"{string.Join(", ", columns.Select(c => $"{c + 1} ({Name(c)})"))}; choose one by name or number"
            ),
        };

    private int? Numbered(string wanted) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Width
            ? number - 1
            : null;

    private string Listed() =>
        header is null
            ? $"no header and {Count(Width, "column")}: choose by number"
            : string.Join(", ", header.Take(20).Select(Cropped)) + (Width > 20 ? $" and {Width - 20} more" : "");

    // train/loss, Train Loss and train.loss are train_loss; so is train_loss [nats].
    private static string Words(string name) =>
        string.Concat(Unit().Replace(name, "").Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '*' ? c : '_'));

    // Thousands, as in 10,000 or 10_000.
    [GeneratedRegex(@"^[1-9]\d{0,2}(?:[,_]\d{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex("[,_]")]
    private static partial Regex Groups();

    [GeneratedRegex(@"\s*[\[(][^\])]*[\])]\s*$")]
    private static partial Regex Unit();

    private static string Reason(string path, Exception problem) =>
        Directory.Exists(path) ? "it is a folder"
        : problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
        : problem is UnauthorizedAccessException ? "permission denied"
        : problem.Message;
}
