using System.Globalization;
using System.Text.RegularExpressions;

namespace LrMath.Tests.Support;

/// <summary>
/// A formula as the documentation writes it, evaluated: <c>min(max(f(t), a), b)</c>, <c>t &lt; n ? f(t) : g(t - n)</c>,
/// <c>end + (start - end)·(1 + cos πp) / 2</c>, <c>f(⌊t / n⌋)</c>, <c>(1 - p)^power</c>, <c>√p</c>, <c>|n - t mod 2n|</c>.
/// A number, a schedule or a function of a value (of one number) and a shape (of three) may stand behind a name.
/// </summary>
internal sealed partial class Formula
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new(StringComparer.Ordinal)
    {
        ["min"] = values => Math.Min(values[0], values[1]),
        ["max"] = values => Math.Max(values[0], values[1]),
        ["cos"] = values => Math.Cos(values[0]),
        ["sin"] = values => Math.Sin(values[0]),
        ["tanh"] = values => Math.Tanh(values[0]),
        ["ln"] = values => Math.Log(values[0]),
    };

    private readonly string text;
    private readonly string[] tokens;
    private readonly IReadOnlyDictionary<string, object> names;
    private int at;

    private Formula(string text, IReadOnlyDictionary<string, object> names)
    {
        this.text = text;
        this.names = names;
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
    }

    private string Next => at < tokens.Length ? tokens[at] : "";

    public static double Evaluate(string text, IReadOnlyDictionary<string, object> names)
    {
        Formula formula = new(text, names);
        double value = formula.Choice();
        return formula.Next.Length == 0 ? value : throw formula.Wrong("the end");
    }

    private double Choice()
    {
        double value = Sum();
        if (Next is not ("<" or "≤" or ">" or "≥"))
        {
            return value;
        }

        string comparison = tokens[at++];
        double other = Sum();
        bool holds = comparison switch
        {
            "<" => value < other,
            "≤" => value <= other,
            ">" => value > other,
            _ => value >= other,
        };
        Expect("?");

        // Only the branch that counts is evaluated: the other one may be at a step that does not exist.
        double first = Branch(holds);
        Expect(":");
        double second = Branch(!holds);
        return holds ? first : second;
    }

    private double Branch(bool counts)
    {
        if (counts)
        {
            return Choice();
        }

        int depth = 0;
        while (Next.Length > 0 && (depth > 0 || Next is not (":" or ")" or ",")))
        {
            depth +=
                Next is "(" or "⌊" or "?" ? 1
                : Next is ")" or "⌋" or ":" ? -1
                : 0;
            at++;
        }

        return double.NaN;
    }

    private double Sum()
    {
        double value = Product();
        while (Next is "+" or "-")
        {
            value = tokens[at++] == "+" ? value + Product() : value - Product();
        }

        return value;
    }

    private double Product()
    {
        double value = Signed();
        while (Next is "·" or "*" or "/" or "mod")
        {
            value = tokens[at++] switch
            {
                "/" => value / Signed(),
                "mod" => value % Signed(),
                _ => value * Signed(),
            };
        }

        return value;
    }

    private double Signed()
    {
        if (Next != "-")
        {
            return Power();
        }

        at++;
        return -Signed();
    }

    private double Power()
    {
        double value = Primary();
        if (Next != "^")
        {
            return value;
        }

        at++;
        return Math.Pow(value, Signed());
    }

    private double Primary()
    {
        string token = Next;
        at++;
        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return NextIsAName() ? number * Primary() : number;
        }

        switch (token)
        {
            case "(":
                return Until(")");
            case "⌊":
                // The double just below a whole number stands for it, as the documentation of ByProgress says.
                return Math.Floor(Math.BitIncrement(Until("⌋")));
            case "|":
                return Math.Abs(Until("|"));
            case "√":
                return Math.Sqrt(Primary());
            case "π":
                return NextIsAName() ? Math.PI * Primary() : Math.PI;
        }

        if (names.TryGetValue(token, out object? named))
        {
            return named switch
            {
                double value => value,
                Func<int, double> schedule => schedule((int)Arguments(1)[0]),
                Func<double, double> map => map(Arguments(1)[0]),
                Shape shape => Along(shape, Arguments(3)),
                _ => throw Wrong("a number, a schedule, a function of a value or a shape"),
            };
        }

        return Functions.TryGetValue(token, out Func<double[], double>? function)
            ? function(Next == "(" ? Arguments(token is "min" or "max" ? 2 : 1) : [Primary()])
            : throw Wrong(
                $"'{token}', which is no name of a parameter: there are {string.Join(", ", names.Keys)} and "
                    + $"{string.Join(", ", Functions.Keys)};"
            );
    }

    // A way of length 0 is over, and so is any other after its length.
    private static double Along(Shape shape, double[] parts) =>
        shape(parts[0], parts[1], double.IsNaN(parts[2]) ? 1 : Math.Min(parts[2], 1));

    private bool NextIsAName() => names.ContainsKey(Next);

    private double Until(string close)
    {
        double value = Choice();
        Expect(close);
        return value;
    }

    private double[] Arguments(int count)
    {
        Expect("(");
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Choice();
            Expect(i == count - 1 ? ")" : ",");
        }

        return values;
    }

    private void Expect(string token)
    {
        if (Next != token)
        {
            throw Wrong($"'{token}'");
        }

        at++;
    }

    private FormatException Wrong(string expected) => new($"{expected} expected at '{Next}' in the formula {text}");

    [GeneratedRegex(@"\d+(\.\d+)?(e-?\d+)?|π|√|[\p{L}_-[π]][\p{L}\d_-[π]]*|\S")]
    private static partial Regex Token();
}
