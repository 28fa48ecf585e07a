using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>
/// Every argument of every builder and verb is checked when the schedule is built, and named when it is refused. One row per parameter that
/// the law is about. The legal ranges of numbers: <see cref="RangeLaws"/>.
/// </summary>
public class ArgumentLaws
{
    private static readonly string[] MayNotBeEmpty = ["schedules", "values", "knots", "parts", "phases", "stages"];

    public static TheoryData<string> Numbers => Parameter.Rows(parameter => parameter.Type == typeof(double));

    public static TheoryData<string> References => Parameter.Rows(parameter => !parameter.Type.IsValueType && !parameter.MayBeNull);

    public static TheoryData<string> Optional => Parameter.Rows(parameter => !parameter.Type.IsValueType && parameter.MayBeNull);

    public static TheoryData<string> Schedules => Parameter.Rows(parameter => parameter.Type == typeof(Func<int, double>));

    public static TheoryData<string> ShapeArguments => Parameter.Rows(parameter => parameter.Type == typeof(Shape));

    public static TheoryData<string> Milestones => Parameter.Rows(parameter => parameter.Name == "milestones");

    public static TheoryData<string> Lists => Parameter.Rows(IsList);

    public static TheoryData<string> NeededLists =>
        Parameter.Rows(parameter =>
            IsList(parameter)
            && (MayNotBeEmpty.Contains(parameter.Name) || parameter is { Name: "milestones", Method.Name: nameof(Schedule.MultiStep) })
        );

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_that_is_not_finite_is_refused_by_name(string row)
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            string message = Parameter.All[row].Refuses<ArgumentOutOfRangeException>(value).Message;
            Assert.Contains("legal", message, StringComparison.Ordinal);

            // For itself, not for its distance from another number.
            Assert.DoesNotContain("the other end", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_missing_reference_is_refused_by_name(string row) => Parameter.All[row].Refuses<ArgumentNullException>(null);

    [Theory]
    [MemberData(nameof(Optional))]
    public void What_may_be_left_out_may_be_null(string row) => Assert.NotNull(Parameter.All[row].CallWith(null));

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_multicast_delegate_is_refused_and_told_what_to_write(string row) =>
        Assert.Contains(
            "f.Plus(g)",
            Parameter.All[row].Refuses<ArgumentException>(Schedule.Constant(1) + Schedule.Constant(2)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(ShapeArguments))]
    public void A_multicast_shape_is_refused(string row) => Parameter.All[row].Refuses<ArgumentException>(Shapes.Linear + Shapes.Cosine);

    [Theory]
    [MemberData(nameof(NeededLists))]
    public void An_empty_list_is_refused_unless_it_may_be(string row) =>
        Parameter.All[row].Refuses<ArgumentException>(Array.CreateInstance(Parameter.All[row].Type.GetGenericArguments()[0], 0));

    [Theory]
    [MemberData(nameof(Milestones))]
    public void Milestones_out_of_order_or_negative_are_refused(string row)
    {
        foreach (int[] milestones in new[] { [5, 4], new[] { -1, 3 } })
        {
            Parameter.All[row].Refuses<ArgumentOutOfRangeException>(milestones);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_is_copied(string row)
    {
        Parameter parameter = Parameter.All[row];
        (object?[] arguments, Array list) = Enumerable
            .Range(1, 50)
            .Select(seed => parameter.Legal((ulong)seed))
            .Select(arguments => (arguments, (Array)arguments[parameter.Info.Position]!))
            .First(pair => pair.Item2.Length > 0);
        var schedule = (Func<int, double>)parameter.Method.Invoke(null, arguments)!;
        double[] before = schedule.Evaluate(0..400);
        string text = schedule.Describe();

        Array.Clear(list);

        Law.SameBits(before, schedule.Evaluate(0..400), schedule, 0);
        Assert.Equal(text, schedule.Describe());
    }

    private static bool IsList(Parameter parameter) =>
        parameter.Type.IsGenericType && parameter.Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
