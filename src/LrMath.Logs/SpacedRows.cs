namespace LrMath.Logs;

/// <summary>Tables whose fields are separated by any number of blanks, with names above them or without.</summary>
internal static class SpacedRows
{
    /// <summary>Reads all lines.</summary>
    public static ParsedRows Read(string path, StreamReader text)
    {
        ParsedRows? rows = null;
        string[] names = [];
        long number = 0;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            string[] fields = TableHead.Spaced(line);
            if (rows is null)
            {
                bool isHeader = !Array.TrueForAll(fields, field => LogFile.TryNumber(field, out _));
                names = isHeader ? fields : [.. Enumerable.Range(1, fields.Length).Select(i => FormattableString.Invariant($"{i}"))];
                rows = new ParsedRows(path) { HasNames = isHeader };
                if (isHeader)
                {
                    continue;
                }
            }

            if (fields.AsSpan().SequenceEqual(names))
            {
                continue;
            }

            if (fields.Length != names.Length)
            {
                throw new UserErrorException(
                    $"{path}:{number}: {LogFile.Count(fields.Length, "field")}, but the first line has {names.Length}"
                );
            }

            rows.Add(number, names.Zip(fields));
        }

        return rows ?? new ParsedRows(path);
    }
}
