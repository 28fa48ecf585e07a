using System.Globalization;
using LrMath.Cli.Expressions.Hints;
using LrMath.Frameworks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace LrMath.Cli.Expressions;

/// <summary>Turns any C# into the schedule, or the policy, it stands for. The only class that loads the compiler.</summary>
internal static class CompiledExpression
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>Compiles and evaluates one expression of type <c>Func&lt;int, double&gt;</c>.</summary>
    /// <param name="text">
    /// The expression, as it would stand after <c>using System; using LrMath; using static LrMath.Schedule;</c>
    /// and the library's other namespaces.
    /// </param>
    /// <exception cref="UserErrorException">It does not compile, it throws, or it is not a schedule.</exception>
    public static Curve Compile(string text)
    {
        // A second look at the type takes time, and only PyTorch's schedulers drive a momentum.
        if (text.Contains(nameof(PyTorch), StringComparison.Ordinal) && TypeOf(text) is { Name: nameof(RateAndMomentum) })
        {
            return Read<RateAndMomentum, Curve>("", text, both => new Curve(text, both.Rate) { Momentum = both.Momentum });
        }

        return Read<Func<int, double>, Curve>(
            "",
            text,
            schedule =>
            {
                // The library refuses what is no single function, f + g for instance.
                schedule.Evaluate(0, Span<double>.Empty);
                return new Curve(text, schedule);
            }
        );
    }

    /// <summary>Compiles and evaluates one expression whose value is a policy of any state.</summary>
    /// <param name="text">The expression; the same names are in scope.</param>
    /// <exception cref="UserErrorException">It does not compile, it throws, or it is not a policy.</exception>
    public static Policy CompilePolicy(string text)
    {
        // To a script, `Plateau.PyTorch with { Patience = 5 }` declares a property that is called 'with'; after `return ` it is an
        // expression.
        bool single = !SyntaxFactory.ParseExpression(text, options: Language).ContainsDiagnostics;
        bool script = !CSharpSyntaxTree.ParseText(text, Language).GetRoot().ContainsDiagnostics;
        return Read<object, Policy>(single || !script ? "return " : "", text, value => Policy.Of(text, value));
    }

    /// <summary>Compiles and evaluates one expression of any value.</summary>
    /// <param name="text">The expression; the same names are in scope.</param>
    /// <exception cref="UserErrorException">It does not compile, or it throws.</exception>
    public static object CompileAny(string text)
    {
        ITypeSymbol? type = TypeOf(text);
        return type is null or IErrorTypeSymbol or { SpecialType: not SpecialType.None } || Hint.IsSchedule(type)
            ? Compile(text)
            : Read<object, object>("", text, made => made);
    }

    /// <summary>The type of the expression before it is converted to a schedule; null if it is no single expression.</summary>
    private static ITypeSymbol? TypeOf(string text)
    {
        Script<Func<int, double>> script = CSharpScript.Create<Func<int, double>>(text, Options());
        SyntaxTree tree = script.GetCompilation().SyntaxTrees.Single();
        return
            tree.GetRoot().DescendantNodes().OfType<GlobalStatementSyntax>().LastOrDefault()
                is { Statement: ExpressionStatementSyntax { Expression: var value } }
            ? script.GetCompilation().GetSemanticModel(tree).GetTypeInfo(value).Type
            : null;
    }

    private static TResult Read<TValue, TResult>(string prefix, string text, Func<TValue, TResult> use)
        where TValue : class
    {
        Script<TValue?> script = CSharpScript.Create<TValue?>(prefix.Length > 0 ? $"{prefix}{text}\n;" : text, Options());
        try
        {
            if (Hint.ForDifference(script.GetCompilation()) is { } difference)
            {
                throw new UserErrorException($"{difference}\n  {text}");
            }

            TValue? value = script.RunAsync().GetAwaiter().GetResult().ReturnValue;
            return value is null
                ? throw new UserErrorException($"the expression has no value; is there a ';' too many?\n  {text}")
                : use(value);
        }
        catch (CompilationErrorException mistake)
        {
            Diagnostic first = mistake.Diagnostics[0];
            throw new UserErrorException(Point(prefix, text, first, Hint.For(script.GetCompilation(), first)), mistake);
        }
        catch (Exception mistake) when (mistake is not UserErrorException)
        {
            throw new UserErrorException($"{mistake.Message}\n  {text}", mistake);
        }
    }

    private static ScriptOptions Options() =>
        ScriptOptions
            .Default.WithReferences(
                typeof(object).Assembly,
                typeof(Enumerable).Assembly,
                typeof(List<>).Assembly,
                typeof(Schedule).Assembly,
                typeof(global::MathNet.Numerics.Interpolation.IInterpolation).Assembly
            )
            .WithImports([
                "System",
                "LrMath.Schedule",
                "LrMath.MathNet.MathNetExtensions",
                "MathNet.Numerics.Interpolation",
                .. LibraryNamespaces(),
            ])
            .WithLanguageVersion(Language.LanguageVersion)
            .WithOptimizationLevel(OptimizationLevel.Release);

    private static IEnumerable<string> LibraryNamespaces() =>
        typeof(Schedule).Assembly.GetExportedTypes().Select(type => type.Namespace).OfType<string>().Distinct();

    private static string Point(string prefix, string text, Diagnostic mistake, string? hint)
    {
        LinePosition position = mistake.Location.GetLineSpan().StartLinePosition;
        string[] lines = text.Split('\n');
        int line = Math.Min(position.Line, lines.Length - 1);
        string source = lines[line].TrimEnd('\r');
        int column = line < position.Line ? source.Length : position.Character - (line == 0 ? prefix.Length : 0);
        string indent = string.Concat(source.Take(column).Select(c => c == '\t' ? '\t' : ' '));
        string message = $"{mistake.GetMessage(CultureInfo.InvariantCulture)} ({mistake.Id})";
        return $"{message}{(hint is null ? "" : $"; {hint}")}\n  {source}\n  {indent}^";
    }
}
