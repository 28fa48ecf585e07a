using System.Globalization;
using System.Text.Json;

namespace LrMath.Tests.Golden;

/// <summary>Compares records with what the maps answer. What it does not know, it fails.</summary>
internal sealed class Judge(IReadOnlyList<RecordMap> maps, IReadOnlyList<Defect> defects)
{
    public static Judge Default { get; } = new(RecordMap.All, Defect.All);

    public Verdict Check(GoldenRecord golden)
    {
        GoldenRecord record = golden.Afresh();
        Defect? defect = defects.FirstOrDefault(d => d.Lists(record));
        var differences = new List<string>();
        var worst = new Worst();
        try
        {
            RecordMap map =
                maps.SingleOrDefault(m => m.Framework == record.Framework)
                ?? throw new GoldenException($"the framework {record.Framework} is unknown");
            Answer answer = map.Answer(record);
            if (record.Args.Unread.ToArray() is { Length: > 0 } unread)
            {
                throw new GoldenException($"unknown argument {string.Join(", ", unread)}");
            }

            foreach ((string quantity, JsonElement theirs) in record.Quantities)
            {
                Compare(record, quantity, theirs, answer, differences, worst);
            }
        }
        catch (GoldenException e)
        {
            return new Verdict(record, defect, [e.Message], worst.Values, worst.Relative, worst.Share);
        }
#pragma warning disable CA1031 // whatever a mapping throws is this record's failure, not the end of the run
        catch (Exception e)
#pragma warning restore CA1031
        {
            differences.Add($"{e.GetType().Name}: {e.Message}");
        }

        string[] failures =
            defect is null ? [.. differences]
            : differences.Count == 0 ? [$"is listed as a defect ({defect.Reason}) but agrees: take it off the list"]
            : [];
        return new Verdict(record, defect, failures, worst.Values, worst.Relative, worst.Share);
    }

    private static void Compare(
        GoldenRecord record,
        string quantity,
        JsonElement theirs,
        Answer answer,
        List<string> differences,
        Worst worst
    )
    {
        bool answered = answer.TryGet(quantity, out object? ours);
        if (theirs.ValueKind == JsonValueKind.Null && ours is null)
        {
            return;
        }

        if (!answered)
        {
            throw new GoldenException($"no answer to the record's {quantity}");
        }

        Tolerance tolerance = record.Tolerance(quantity);
        foreach ((string where, double? our, double? their) in Pair(record, quantity, theirs, ours))
        {
            worst.Values++;
            if (our is { } a && their is { } b)
            {
                double error = a.Equals(b) ? 0 : Math.Abs(a - b);
                double allowed = tolerance.Around(b);
                if (!(a.Equals(b) || (double.IsFinite(b) && error <= allowed)))
                {
                    differences.Add(
                        string.Create(CultureInfo.InvariantCulture, $"{where}: ours {a:R}, theirs {b:R} (allowed ±{allowed:G3})")
                    );
                }

                if (Math.Abs(b) > 1e-12 * record.LargestRate)
                {
                    worst.Relative = Math.Max(worst.Relative, error / Math.Abs(b));
                }

                worst.Share = Math.Max(worst.Share, error == 0 ? 0 : error / allowed);
            }
            else if (our is not null || their is not null)
            {
                differences.Add($"{where}: ours {Show(our)}, theirs {Show(their)}");
            }
        }
    }

    private static IEnumerable<(string Where, double? Ours, double? Theirs)> Pair(
        GoldenRecord record,
        string quantity,
        JsonElement theirs,
        object? ours
    )
    {
        switch (ours, theirs.ValueKind)
        {
            case (Func<int, double> schedule, JsonValueKind.Array):
                double?[] series = Json.List(theirs, quantity, Json.NumberOrNull);
                if (series.Length != record.Steps.Length)
                {
                    throw new GoldenException($"{quantity} has {series.Length} values at {record.Steps.Length} steps");
                }

                return record
                    .Steps.Zip(series)
                    .Where(p => !record.Rounding.Contains(p.First))
                    .Select(p => ($"{quantity} at step {p.First}", (double?)schedule(p.First), p.Second));
            case (IReadOnlyList<double> values, JsonValueKind.Array):
                double?[] list = Json.List(theirs, quantity, Json.NumberOrNull);
                return Enumerable
                    .Range(0, Math.Max(values.Count, list.Length))
                    .Select(i => ($"{quantity}[{i}]", i < values.Count ? values[i] : (double?)null, i < list.Length ? list[i] : null));
            case (IReadOnlyDictionary<string, double> named, JsonValueKind.Object):
                var table = theirs
                    .EnumerateObject()
                    .ToDictionary(p => p.Name, p => Json.NumberOrNull(p.Value, p.Name), StringComparer.Ordinal);
                return table
                    .Keys.Union(named.Keys)
                    .Select(k =>
                        (
                            $"{quantity}.{k}",
                            named.TryGetValue(k, out double a) ? a : (double?)null,
                            table.TryGetValue(k, out double? b) ? b : null
                        )
                    );
            case (double or null, not (JsonValueKind.Array or JsonValueKind.Object)):
                return [(quantity, (double?)ours, Json.NumberOrNull(theirs, quantity))];
            case (_, JsonValueKind.Null):
                throw new GoldenException($"{quantity}: ours is there, theirs null");
            default:
                throw new GoldenException($"{quantity}: our answer has another form than theirs, {theirs.ValueKind}");
        }
    }

    private static string Show(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";

    private sealed class Worst
    {
        public int Values { get; set; }

        public double Relative { get; set; }

        public double Share { get; set; }
    }
}
