using System.Globalization;

namespace LrMath.Import.Values;

/// <summary>Values as they are shown in messages: short, and in one line.</summary>
internal static class Text
{
    internal static string Of(object? value) =>
        value switch
        {
            null => "None",
            bool flag => flag ? "True" : "False",
            long number => number.ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            string text => $"'{Short(text)}'",
            IReadOnlyList<object?> list => $"a list of {list.Count}",
            PythonDictionary dictionary => $"a dictionary of {dictionary.Items.Length}",
            PythonFunction => "a lambda",
            Unknown unknown => Short(unknown.Path),
            RateScheduler scheduler => scheduler.Name,
            OptimizerRates => "an optimizer",
            Func<int, double> => "a schedule",
            _ => $"a {value.GetType().Name}",
        };

    // Text of a file may hold control characters that must not reach a terminal.
    private static string Short(string text)
    {
        string plain = string.Concat(
            text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c)
        );
        return plain.Length <= 60 ? plain : string.Concat(plain.AsSpan(0, 59), "…");
    }
}
