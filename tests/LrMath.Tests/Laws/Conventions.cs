using System.Reflection;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using LrMath.ClosedLoop;
using LrMath.Tests.Docs;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>The conventions that the documentation numbers, one test or more for each number.</summary>
public partial class Conventions
{
    [Fact]
    public void Every_numbered_convention_of_the_documentation_has_a_test_here()
    {
        string section = PageTests
            .Files.Select(page => File.ReadAllText(Path.Combine(PageTests.Root, page)))
            .Select(page => Section().Match(page))
            .First(match => match.Success)
            .Value;
        int[] documented = [.. Number().Matches(section).Select(match => int.Parse(match.Groups[1].Value, null))];
        int[] tested =
        [
            .. typeof(Conventions)
                .GetMethods()
                .Select(method => TestNumber().Match(method.Name))
                .Where(match => match.Success)
                .Select(match => int.Parse(match.Groups[1].Value, null))
                .Distinct()
                .Order(),
        ];

        Assert.Equal(Enumerable.Range(1, documented.Length), documented);
        Assert.Equal(documented, tested);
    }

    [Property]
    public void Convention_1_a_step_is_the_index_of_an_update_from_0_on_and_a_negative_one_throws(Composition composition)
    {
        Func<int, double> schedule = composition.Build();
        Assert.True(double.IsFinite(schedule(0)), $"{composition} at step 0 is {schedule(0)} ({Seed.Note})");
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule(-1));
    }

    [Property]
    public void Convention_2_a_part_of_length_n_owns_its_steps_up_to_n_minus_1_and_at_its_end_the_next_one_is_at_its_own_step_0(
        Composition first,
        Composition second,
        Count count
    )
    {
        (Func<int, double> f, Func<int, double> g, int n) = (first.Build(), second.Build(), count.N + 1);
        Func<int, double> joined = f.Then(g, at: n);
        Assert.Equal((f(n - 1), g(0), g(1)), (joined(n - 1), joined(n), joined(n + 1)));
    }

    [Property]
    public void Convention_3_a_finite_schedule_holds_the_very_end_it_was_given_up_to_the_last_step(Count count, Step after)
    {
        foreach (MemberInfo member in Members.Shapes.Where(member => member is PropertyInfo))
        {
            var shape = (Shape)((PropertyInfo)member).GetValue(null)!;
            Func<int, double> ramp = Schedule.Ramp(0.3, 0.1, count.N, shape);
            Assert.Equal((0.1, 0.1), (ramp(Math.Max(count.N, after.At)), ramp(int.MaxValue)));
        }
    }

    [Property]
    public void Convention_4_a_length_of_0_means_absent(Composition composition)
    {
        Func<int, double> schedule = composition.Build();
        double[] values = schedule.Evaluate(0..100);
        foreach (
            Func<int, double> same in new[]
            {
                schedule.Warmup(0),
                schedule.Delay(0),
                schedule.Shift(0),
                Schedule.Constant(7).Then(schedule, at: 0),
                Schedule.Concat((Schedule.Constant(7), 0), (schedule, 50)),
            }
        )
        {
            Law.SameBits(values, same.Evaluate(0..100), composition, 0);
        }
    }

    [Property]
    public void Convention_5_a_length_never_includes_another_part(Composition composition, Count count)
    {
        Func<int, double> schedule = composition.Build();
        Law.SameBits(schedule.Evaluate(0..100), schedule.Warmup(count.N).Evaluate(count.N..(count.N + 100)), composition, 0);
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);
        Assert.True(lr(9_999) > 0);
        Assert.Equal(0, lr(10_000));
    }

    [Fact]
    public void Convention_6_what_is_illegal_is_refused_when_it_is_built_by_name_value_and_legal_range()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("steps", () => Schedule.Linear(1, 0, -3));
        Assert.Contains("steps is -3; legal is", error.Message, StringComparison.Ordinal);
    }

    [Cases(500)]
    public void Convention_6_no_legal_schedule_gives_a_value_that_is_not_finite(Composition composition, Step step)
    {
        double value = composition.Build()(step.At);
        Assert.True(double.IsFinite(value), $"{composition} at step {step.At} is {value} ({Seed.Note})");
    }

    [Theory]
    [InlineData(0.85, 0.95)]
    [InlineData(-3, 7)]
    [InlineData(100, -20)]
    public void Convention_7_a_value_may_rise_be_negative_and_exceed_1(double start, double end)
    {
        Func<int, double> values = Schedule.Cosine(start, end, 10).Scale(2).Offset(1);
        Assert.Equal(((2 * start) + 1, (2 * end) + 1), (values(0), values(10)));
    }

    [Cases(500)]
    public void Convention_8_a_range_has_the_bits_of_its_steps_however_it_is_split(Composition composition, Window window) =>
        new EvaluationLaws().A_range_has_the_bits_of_its_steps(composition, window);

    [Property]
    public void Convention_9_a_schedule_is_pure(Composition composition, Step[] steps)
    {
        Func<int, double> schedule = composition.Build();
        double[] before = Array.ConvertAll(steps, step => schedule(step.At));
        schedule.Evaluate(0..500);
        for (int i = 0; i < steps.Length; i++)
        {
            Law.SameBits([before[i]], [schedule(steps[i].At)], composition, steps[i].At);
        }
    }

    [Fact]
    public void Convention_9_only_the_adapter_of_the_closed_loop_has_fields_that_change()
    {
        IEnumerable<FieldInfo> changing = typeof(Schedule)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsClass && !type.IsSubclassOf(typeof(Delegate)) && type != typeof(FeedbackLoop<>))
            .SelectMany(type =>
                type.GetFields(
                    BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(field => field is { IsInitOnly: false, IsLiteral: false });
        Assert.Empty(changing.Where(field => !IsInit(field)).Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Property]
    public void Convention_10_a_sum_of_delegates_is_refused_by_every_verb(Composition first, Composition second)
    {
        Func<int, double> sum = first.Build() + second.Build();
        foreach (MethodInfo verb in Members.AllVerbs)
        {
            object?[] arguments =
            [
                .. new Generator().Sample(verb, 0, 1).Term.All().OfType<Call>().First().Parts.Select(part => part.Build(null)),
            ];
            arguments[0] = sum;
            TargetInvocationException error = Assert.Throws<TargetInvocationException>(() => verb.Invoke(null, arguments));
            Assert.Contains(
                "f.Plus(g)",
                Assert.IsAssignableFrom<ArgumentException>(error.InnerException).Message,
                StringComparison.Ordinal
            );
        }
    }

    // The field behind an init-only property is written once, by the object that is made.
    private static bool IsInit(FieldInfo field) =>
        field.Name.StartsWith('<')
        && field.DeclaringType!.GetProperty(
            field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)],
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        )
            is { } property
        && (
            property.SetMethod is null
            || property
                .SetMethod.ReturnParameter.GetRequiredCustomModifiers()
                .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
        );

    [GeneratedRegex(@"^## Conventions$.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Number();

    [GeneratedRegex(@"^Convention_(\d+)_")]
    private static partial Regex TestNumber();
}
