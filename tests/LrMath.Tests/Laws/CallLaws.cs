using System.Reflection;
using LrMath.ClosedLoop;
using LrMath.Data;
using LrMath.Frameworks;
using LrMath.MathNet;
using LrMath.Structure;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using Call = LrMath.Structure.Call;

namespace LrMath.Tests.Laws;

/// <summary>A schedule knows its call by names, and the table of what is public knows every member.</summary>
public class CallLaws
{
    private static readonly MethodInfo Spline = typeof(MathNetExtensions).GetMethod(nameof(MathNetExtensions.Interpolate))!;

    public static TheoryData<string> Methods => [.. Any.Builders.Concat(Any.Verbs).Select(method => method.ToString()!)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_call_is_remembered_by_the_names_of_its_parameters_and_is_built_anew_with_the_same_bits(string signature)
    {
        MethodInfo method = Any.Builder(signature);
        Law.Holds(Arbitraries.Of(new Generator(), method), Check, times: 20);

        void Check(Composition composition)
        {
            object?[] arguments = [.. composition.Term.Parts.Select(part => part.Build(null))];
            var schedule = (Func<int, double>)method.Invoke(null, arguments)!;
            if (Call.Of(schedule) is not { } call || (arguments[0] is Func<int, double> same && ReferenceEquals(same, schedule)))
            {
                // A verb that changes nothing gives back what it was called on.
                Assert.Same(arguments[0], schedule);
                return;
            }

            // The table has one Interpolate, the one with the spline.
            MethodInfo known = method.Name == nameof(Schedule.Interpolate) ? Spline : method;
            Assert.Equal(known, PublicTable.Of(call).Member.Method);
            Assert.Equal(
                known.GetParameters().Select(parameter => parameter.Name).Skip(call.Receiver is null ? 0 : 1),
                call.Named.Select(one => one.Parameter.Name)
            );
            Assert.All(
                call.Arguments.OfType<Option>(),
                option =>
                {
                    Argument named = Assert.Single(call.Named, one => one.Parameter.Name == option.Name);
                    Assert.Equal(option.Value, named.Value);
                    Assert.Equal(option.IsDefault, named.IsDefault);
                }
            );
            foreach (Argument one in call.Named)
            {
                Law.SameBits(schedule.Evaluate(0..300), call.With(one.Parameter.Name, one.Value).Evaluate(0..300), composition, 0);
            }
        }
    }

    [Fact]
    public void A_schedule_is_built_anew_with_one_argument_changed()
    {
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500, from: 0.01);

        Call warmup = Call.Of(lr)!;
        Assert.Equal("Schedule.Cosine(0.1, 0, 9500).Warmup(250, from: 0.01)", warmup.With("steps", 250).Describe());
        Assert.Equal("Schedule.Cosine(0.1, 0, 9500).Warmup(500)", warmup.With("from", 0.0).Describe());
        Assert.Equal(
            "Schedule.Cosine(0.2, 0, 9500).Warmup(500, from: 0.01)",
            warmup.On(Call.Of(warmup.Receiver!)!.With("start", 0.2)).Describe()
        );
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => warmup.With("steps", -1));
        Assert.Throws<ArgumentException>("parameter", () => warmup.With("step", 1));
    }

    [Fact]
    public void The_table_has_every_public_class_that_makes_schedules_shapes_or_policies()
    {
        IEnumerable<string> makers =
            from type in typeof(Schedule).Assembly.GetExportedTypes()
            where type.IsClass && type != typeof(ScheduleJson) && type != typeof(MathNetExtensions) && !type.IsSubclassOf(typeof(Delegate))
            where !type.Name.Contains('<', StringComparison.Ordinal)
            let methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            // What wraps a policy is called on it, whatever its state, and makes none by itself.
            where methods.Any(method => Makes(method.ReturnType) && method.Name != "op_Implicit" && !method.IsGenericMethod)
            select type.Name;

        IEnumerable<string> known = PublicTable.Rooms.Where(room => room != PublicTable.Values).Select(room => room.Name);
        Assert.Equal(makers.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_knows_every_list_that_a_parameter_takes()
    {
        IEnumerable<Type> lists = PublicTable
            .Members.SelectMany(member => member.Parameters)
            .Select(parameter => parameter.Type)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            .Distinct();
        Assert.NotEmpty(lists);
        Assert.All(lists, type => Assert.True(Lists.Of(type, []) is not null, $"Teach Lists what {type} is made of."));
    }

    private static bool Makes(Type type) =>
        type == typeof(Func<int, double>)
        || type == typeof(RateAndMomentum)
        || type == typeof(Shape)
        || type == typeof(CyclicMode)
        || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IPolicy<>));
}
