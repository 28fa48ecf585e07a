using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace LrMath.Cli.Expressions;

/// <summary>Turns the C# that a user types into the schedule it stands for.</summary>
internal static class Expression
{
    /// <summary>Compiles and evaluates one expression of type <c>Func&lt;int, double&gt;</c>.</summary>
    /// <param name="text">
    /// The expression, as it would stand after <c>using System; using LrMath; using static LrMath.Schedule;</c>
    /// and the library's other namespaces.
    /// </param>
    /// <exception cref="UserErrorException">It does not compile, it throws, or it is not a schedule.</exception>
    public static Curve Compile(string text)
    {
        try
        {
            Func<int, double>? schedule = CSharpScript.EvaluateAsync<Func<int, double>?>(text, Options()).GetAwaiter().GetResult();
            if (schedule is null)
                throw new UserErrorException($"the expression has no value; is there a ';' too many?\n  {text}");

            // The library refuses what is no single function, f + g for instance.
            schedule.Evaluate(0, Span<double>.Empty);
            return new Curve(text, schedule);
        }
        catch (CompilationErrorException mistake)
        {
            throw new UserErrorException(Point(text, mistake.Diagnostics[0]), mistake);
        }
        catch (Exception mistake) when (mistake is not UserErrorException)
        {
            throw new UserErrorException($"{mistake.Message}\n  {text}", mistake);
        }
    }

    /// <summary>Compiles several expressions, in order.</summary>
    /// <param name="texts">The expressions.</param>
    /// <exception cref="UserErrorException">One of them does not compile, throws, or is not a schedule.</exception>
    public static IReadOnlyList<Curve> CompileAll(IEnumerable<string> texts) => [.. texts.Select(Compile)];

    private static ScriptOptions Options() => ScriptOptions.Default
        .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(List<>).Assembly,
            typeof(Schedule).Assembly, typeof(MathNet.Numerics.Interpolation.IInterpolation).Assembly)
        .WithImports(["System", "LrMath.Schedule", "MathNet.Numerics.Interpolation", .. LibraryNamespaces()])
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithOptimizationLevel(OptimizationLevel.Release);

    private static IEnumerable<string> LibraryNamespaces() =>
        typeof(Schedule).Assembly.GetExportedTypes().Select(type => type.Namespace).OfType<string>().Distinct();

    private static string Point(string text, Diagnostic mistake)
    {
        LinePosition position = mistake.Location.GetLineSpan().StartLinePosition;
        string source = text.Split('\n')[position.Line].TrimEnd('\r');
        string indent = string.Concat(source.Take(position.Character).Select(c => c == '\t' ? '\t' : ' '));
        return $"{mistake.GetMessage(CultureInfo.InvariantCulture)} ({mistake.Id})\n  {source}\n  {indent}^";
    }
}
