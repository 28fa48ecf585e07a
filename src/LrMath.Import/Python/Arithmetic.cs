using System.Globalization;
using LrMath.Import.Values;

namespace LrMath.Import.Python;

/// <summary>Python's arithmetic on integers (64 bits) and floats.</summary>
internal static class Arithmetic
{
    private const string Legal = "a number";

    internal static bool IsTrue(object? value) =>
        value switch
        {
            null => false,
            bool flag => flag,
            long number => number != 0,
            double number => number != 0,
            string text => text.Length > 0,
            IReadOnlyList<object?> list => list.Count > 0,
            _ => true,
        };

    internal static object Unary(string sign, object? operand, int line) =>
        sign switch
        {
            "not" => !IsTrue(operand),
            "+" => Number(operand, line),
            _ => Number(operand, line) is long whole and not long.MinValue ? (object)-whole : -ToDouble(operand, line),
        };

    internal static object Binary(string sign, object? left, object? right, int line)
    {
        if (sign is "==" or "!=")
        {
            bool same = IsNumber(left) && IsNumber(right) ? ToDouble(left, line).Equals(ToDouble(right, line)) : Equals(left, right);
            return same == (sign == "==");
        }

        if (left is IReadOnlyList<object?> list)
        {
            return sign switch
            {
                "+" when right is IReadOnlyList<object?> other => (IReadOnlyList<object?>)[.. list, .. other],
                "*" when right is long times and >= 0 and <= 10_000 => (IReadOnlyList<object?>)
                    [.. Enumerable.Range(0, (int)times).SelectMany(_ => list)],
                _ => throw new ImportException($"Line {line}: {sign} with a list is not read."),
            };
        }

        return Number(left, line) is long a && Number(right, line) is long b && Whole(sign, a, b, line) is { } whole
            ? whole
            : Float(sign, ToDouble(left, line), ToDouble(right, line), line);
    }

    internal static bool IsFunction(string path) => Functions.ContainsKey(Bare(path));

    internal static object Call(string path, object?[] arguments, int line)
    {
        object[] numbers = [.. (arguments is [IReadOnlyList<object?> list] ? list : arguments).Select(a => Number(a, line))];
        return numbers.Length > 0
            ? Functions[Bare(path)](numbers) ?? throw new ImportException($"Line {line}: {path} is not defined for these arguments.")
            : throw new ImportException($"Line {line}: {path} needs an argument.");
    }

    internal static bool IsNumber(object? value) => value is long or double or bool;

    // Python's integers have no limit; beyond 64 bits a float stays one.
    private static Func<double, object> FromDouble { get; } = value => Math.Abs(value) < 9e18 ? (object)(long)value : value;

    private static Dictionary<string, Func<object[], object?>> Functions { get; } =
        new(StringComparer.Ordinal)
        {
            ["int"] = a => FromDouble(Math.Truncate(Value(a[0]))),
            ["float"] = a => Value(a[0]),
            ["round"] = a => a.Length == 1 ? FromDouble(Math.Round(Value(a[0]), MidpointRounding.ToEven)) : null,
            ["abs"] = a => a[0] is long n and not long.MinValue ? (object)Math.Abs(n) : Math.Abs(Value(a[0])),
            ["min"] = a => a.MinBy(Value)!,
            ["max"] = a => a.MaxBy(Value)!,
            ["sum"] = a => a.Aggregate((object)0L, (x, y) => Binary("+", x, y, 0)),
            ["math.ceil"] = a => FromDouble(Math.Ceiling(Value(a[0]))),
            ["math.floor"] = a => FromDouble(Math.Floor(Value(a[0]))),
            ["math.sqrt"] = a => Math.Sqrt(Value(a[0])),
            ["math.exp"] = a => Math.Exp(Value(a[0])),
            ["math.log"] = a => a.Length == 2 ? Math.Log(Value(a[0])) / Math.Log(Value(a[1])) : Math.Log(Value(a[0])),
            ["math.log2"] = a => Math.Log2(Value(a[0])),
            ["math.log10"] = a => Math.Log10(Value(a[0])),
            ["math.cos"] = a => Math.Cos(Value(a[0])),
            ["math.sin"] = a => Math.Sin(Value(a[0])),
            ["math.tanh"] = a => Math.Tanh(Value(a[0])),
            ["math.pow"] = a => a.Length == 2 ? Math.Pow(Value(a[0]), Value(a[1])) : null,
        };

    private static string Bare(string path) =>
        path.StartsWith("numpy.", StringComparison.Ordinal) ? $"math.{path[6..]}"
        : path.StartsWith("np.", StringComparison.Ordinal) ? $"math.{path[3..]}"
        : path;

    private static object? Whole(string sign, long a, long b, int line)
    {
        try
        {
            return sign switch
            {
                "+" => checked(a + b),
                "-" => checked(a - b),
                "*" => checked(a * b),
                "//" => b == 0 ? throw Zero(line) : (a - Modulo(a, b)) / b,
                "%" => b == 0 ? throw Zero(line) : Modulo(a, b),
                "**" when b >= 0 && Math.Abs((double)a) <= 1 || sign == "**" && b is >= 0 and < 64 => PowerOf(a, b),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static long Modulo(long a, long b) => b == -1 ? 0 : ((a % b) + b) % b;

    private static long PowerOf(long a, long b)
    {
        long result = 1;
        for (long i = 0; i < Math.Min(b, 64 + (b & 1)); i++)
        {
            result = checked(result * a);
        }

        return result;
    }

    private static object Float(string sign, double a, double b, int line) =>
        sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => b == 0 ? throw Zero(line) : a / b,
            "//" => b == 0 ? throw Zero(line) : Math.Floor(a / b),
            "%" => b == 0 ? throw Zero(line) : a - b * Math.Floor(a / b),
            "**" => Math.Pow(a, b),
            "<" => a < b,
            ">" => a > b,
            "<=" => a <= b,
            ">=" => a >= b,
            _ => throw new ImportException($"Line {line}: the operator {sign} is not read."),
        };

    private static object Number(object? value, int line) =>
        value switch
        {
            long or double => value,
            bool flag => flag ? 1L : 0L,
            Unknown unknown => throw unknown.Refusal(Legal),
            _ => throw new ImportException($"Line {line}: {Values.Text.Of(value)} stands where {Legal} is needed."),
        };

    private static double ToDouble(object? value, int line) => Value(Number(value, line));

    private static double Value(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static ImportException Zero(int line) => new($"Line {line}: a division by zero.");
}
