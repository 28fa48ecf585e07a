using System.Reflection;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>Every argument of every builder and verb is checked when the schedule is built, and named when it is refused.</summary>
public class ArgumentLaws
{
    private static readonly HashSet<string> MayBeNull = ["shape", "warmup", "decay", "anneal", "amplitude", "spline"];

    private static readonly MethodInfo[] All =
        [.. Any.Builders.Concat(Any.Verbs).Concat(typeof(Verbs).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "LayerDecay"))];

    public static TheoryData<string> Methods => [.. All.Select(method => method.ToString()!)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_number_that_is_not_finite_is_refused_by_name(string name) => Each(name, typeof(double), (method, arguments, i, parameter) =>
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            ArgumentOutOfRangeException error = Refused<ArgumentOutOfRangeException>(method, arguments, i, value);
            Assert.Equal(parameter, error.ParamName);
            Assert.Contains("legal", error.Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_negative_length_or_position_is_refused_by_name(string name) => Each(name, typeof(int), (method, arguments, i, parameter) =>
    {
        // A shift goes either way.
        if (method.Name == "Shift")
        {
            return;
        }

        foreach (int value in new[] { -1, int.MinValue })
        {
            ArgumentOutOfRangeException error = Refused<ArgumentOutOfRangeException>(method, arguments, i, value);
            Assert.Equal(parameter, error.ParamName);
            Assert.Contains("legal", error.Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_missing_reference_is_refused_by_name(string name) => Each(name, null, (method, arguments, i, parameter) =>
    {
        ParameterInfo info = method.GetParameters()[i];
        if (info.ParameterType.IsValueType || (MayBeNull.Contains(parameter) && info.HasDefaultValue))
        {
            return;
        }

        Assert.Equal(parameter, Refused<ArgumentNullException>(method, arguments, i, null).ParamName);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_multicast_delegate_is_refused_and_told_what_to_write(string name) => Each(name, typeof(Func<int, double>), (method, arguments, i, parameter) =>
    {
        Func<int, double> sum = Schedule.Constant(1) + Schedule.Constant(2);
        ArgumentException error = Refused<ArgumentException>(method, arguments, i, sum);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains("f.Plus(g)", error.Message, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_multicast_shape_is_refused(string name) => Each(name, typeof(Shape), (method, arguments, i, parameter) =>
        Assert.Equal(parameter, Refused<ArgumentException>(method, arguments, i, Shapes.Linear + Shapes.Cosine).ParamName));

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_empty_list_is_refused_unless_it_may_be(string name) => Each(name, null, (method, arguments, i, parameter) =>
    {
        if (parameter is "schedules" or "values" or "knots" or "parts" or "phases"
            || (parameter == "milestones" && method.Name == "MultiStep"))
        {
            object empty = Array.CreateInstance(method.GetParameters()[i].ParameterType.GetGenericArguments()[0], 0);
            Assert.Equal(parameter, Refused<ArgumentException>(method, arguments, i, empty).ParamName);
        }
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Milestones_out_of_order_or_negative_are_refused(string name) => Each(name, typeof(IReadOnlyList<int>), (method, arguments, i, parameter) =>
    {
        foreach (int[] milestones in new[] { [5, 4], new[] { -1, 3 } })
        {
            Assert.Equal(parameter, Refused<ArgumentOutOfRangeException>(method, arguments, i, milestones).ParamName);
        }
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_list_is_copied(string name) => Each(name, null, (method, arguments, i, _) =>
    {
        if (arguments[i] is not Array list || list.Length == 0)
        {
            return;
        }

        Func<int, double> schedule = (Func<int, double>)method.Invoke(null, arguments)!;
        double[] before = schedule.Evaluate(0..400);
        string text = schedule.Describe();
        Array.Clear(list);
        Law.SameBits(before, schedule.Evaluate(0..400), schedule, 0);
        Assert.Equal(text, schedule.Describe());
    });

    private static void Each(string name, Type? type, Action<MethodInfo, object?[], int, string> check) => Law.Holds(
        seed =>
        {
            MethodInfo method = All.Single(one => one.ToString() == name);
            ParameterInfo[] parameters = method.GetParameters();
            for (int i = 0; i < parameters.Length; i++)
            {
                if (type is null || parameters[i].ParameterType == type)
                {
                    check(method, Legal(method, seed), i, parameters[i].Name!);
                }
            }
        },
        times: 5);

    private static object?[] Legal(MethodInfo method, int seed)
    {
        Any any = new(seed);
        return method.ReturnType == typeof(Func<int, double>) ? any.Make(method).Arguments : [Schedule.Constant(1), 3, 0.5];
    }

    private static TError Refused<TError>(MethodInfo method, object?[] arguments, int index, object? value)
        where TError : ArgumentException
    {
        object?[] wrong = [.. arguments];
        wrong[index] = value;
        TargetInvocationException error = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, wrong));
        return Assert.IsAssignableFrom<TError>(error.InnerException);
    }
}
