using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using MathNet.Numerics.Interpolation;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace LrMath.Tests.Laws;

public class DescribeLaws
{
    private static readonly ScriptOptions Options = ScriptOptions
        .Default.WithReferences(typeof(Schedule).Assembly, typeof(CubicSpline).Assembly)
        .WithImports("System", "LrMath", "LrMath.MathNet", "MathNet.Numerics.Interpolation");

    [Fact]
    public async Task The_text_compiles_to_the_same_bits()
    {
        Generator generator = new(OwnFunctions: false);
        MethodInfo[] verbs = [.. Members.Verbs.Where(verb => !Members.NeedsOwnFunction(verb))];
        Func<int, double>[] schedules =
        [
            .. Members.Builders.Concat(verbs).Select(method => generator.Sample(method, depth: 1, Seed.OfThisRun).Build()),
            .. Enumerable.Range(0, 80).Select(i => generator.Sample(verbs[i % verbs.Length], depth: 4, Seed.OfThisRun + (ulong)i).Build()),
        ];
        string source = $"new Func<int, double>[] {{ {string.Join(",\n", schedules.Select(schedule => schedule.Describe()))} }}";

        Func<int, double>[] rebuilt = await CSharpScript.EvaluateAsync<Func<int, double>[]>(source, Options);

        for (int i = 0; i < schedules.Length; i++)
        {
            Law.SameBits(schedules[i].Evaluate(0..1500), rebuilt[i].Evaluate(0..1500), schedules[i], 0);
            Assert.Equal(schedules[i](int.MaxValue), rebuilt[i](int.MaxValue));
            Assert.Equal(schedules[i].Describe(), rebuilt[i].Describe());
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_text_is_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(
                "Schedule.Polynomial(0.1, -1.5E-07, 9500, 0.9).Warmup(500, from: 0.01, shape: Shapes.Power(2.5))",
                Schedule.Polynomial(0.1, -1.5e-7, 9_500, 0.9).Warmup(500, 0.01, Shapes.Power(2.5)).Describe()
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_number_that_the_shortest_text_misses_is_printed_in_full() =>
        Assert.Equal("Schedule.Constant(2.9802322387695312E-08)", Schedule.Constant(Math.ScaleB(1, -25)).Describe());

    [Fact]
    public void A_number_of_a_shape_is_printed_in_full_too()
    {
        const string Full = "2.9802322387695312E-08";
        double small = Math.ScaleB(1, -25);
        Assert.All(
            (Shape[])
                [
                    Shapes.Power(small),
                    Shapes.Polynomial(small),
                    Shapes.CosinePower(small),
                    Shapes.Logarithmic(small),
                    Shapes.Saturating(small),
                    Shapes.Tanh(small, 1),
                    Shapes.Tanh(-1, small),
                    Shapes.Warp(Shapes.Cosine, small),
                    Shapes.Warp(Shapes.Exponential, small),
                ],
            shape => Assert.Contains(Full, Schedule.Ramp(1, 2, 3, shape).Describe(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Recipes_are_printed_by_their_own_name_and_defaults_are_left_out()
    {
        Assert.Equal("Schedule.OneCycle(0.1, 100)", Schedule.OneCycle(0.1, 100).Describe());
        Assert.Equal("Schedule.OneCycle(0.1, 100, threePhase: true)", Schedule.OneCycle(0.1, 100, threePhase: true).Describe());
        Assert.Equal("Schedule.Path([(0, 0), (28.7, 1)])", Schedule.Path([(0, 0), (28.7, 1)]).Describe());
        Assert.Equal(
            "Schedule.Cyclic(0, 1, 4, 4, amplitude: Schedule.ExponentialDecay(1, 0.5).PerEpoch(8))",
            Schedule.Cyclic(0, 1, 4, 4, Schedule.ExponentialDecay(1, 0.5).PerEpoch(8)).Describe()
        );
    }

    [Fact]
    public void A_function_of_ones_own_is_shown_as_what_it_is()
    {
        Func<int, double> mine = step => 0.1 / (1 + step);
        Assert.Equal("‹lambda›", mine.Describe());
        Assert.Equal("‹lambda›.Scale(2)", mine.Scale(2).Describe());
        Assert.Equal("Schedule.Ramp(1, 0, 10, ‹lambda›)", Schedule.Ramp(1, 0, 10, (a, b, p) => a + ((b - a) * p * p)).Describe());
        Assert.Equal("‹lambda DescribeLaws.Halved›.Warmup(5)", ((Func<int, double>)Halved).Warmup(5).Describe());
        Assert.Equal("Schedule.Constant(1).Map(‹lambda›)", Schedule.Constant(1).Map(value => value * value).Describe());
        Assert.Equal("Schedule.Constant(1).Map(‹lambda Math.Sqrt›)", Schedule.Constant(1).Map(Math.Sqrt).Describe());
    }

    [Fact]
    public void A_schedule_is_printed_where_MathNet_is_not_deployed()
    {
        OnlyLrMath alone = new();
        Assembly ours = alone.LoadFromAssemblyPath(typeof(Schedule).Assembly.Location);
        object? Call(string type, string method, params object?[] arguments) =>
            ours.GetType(type)!.GetMethod(method)!.Invoke(null, arguments);

        object? lr = Call("LrMath.Verbs", "Scale", Call("LrMath.Schedule", "OneCycle", 0.1, 100, 0.3, 25.0, 1e4, null, true), 2.0);

        Assert.Equal("Schedule.OneCycle(0.1, 100, threePhase: true).Scale(2)", Call("LrMath.Evaluation", "Describe", lr));
        Assert.Equal("‹lambda›", Call("LrMath.Evaluation", "Describe", (Func<int, double>)(step => step)));
        Assert.Empty(alone.Asked);
        alone.Unload();
    }

    /// <summary>A place where of all that is not the framework's only LrMath.dll can be loaded.</summary>
    private sealed class OnlyLrMath() : AssemblyLoadContext(nameof(OnlyLrMath), isCollectible: true)
    {
        public List<string> Asked { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name!.StartsWith("System.", StringComparison.Ordinal))
            {
                return null;
            }

            Asked.Add(assemblyName.Name);
            throw new FileNotFoundException(assemblyName.Name);
        }
    }

    private static double Halved(int step) => 0.5 / (1 + step);
}
