using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LrMath.Tests.Generation;

/// <summary>A public member of the library with its arguments: a builder, a verb, a shape, a preset, a constructor.</summary>
internal sealed class Call : Term
{
    private readonly IReadOnlyList<Term> arguments;

    /// <summary>The simplest schedule.</summary>
    public static Call Simplest { get; } =
        new(typeof(Schedule).GetMethod(nameof(Schedule.Constant))!, typeof(Func<int, double>), [Literal.Of(1.0)]);

    private Call(MemberInfo member, Type type, IReadOnlyList<Term> arguments)
        : base(type)
    {
        Member = member;
        this.arguments = arguments;
    }

    public MemberInfo Member { get; }

    public override IReadOnlyList<Term> Parts => arguments;

    private ParameterInfo[] Parameters => (Member as MethodBase)?.GetParameters() ?? [];

    public static Call Of(MemberInfo member, params IReadOnlyList<Term> arguments) => new(member, TypeOf(member), arguments);

    public override object? Build(Watch? watch) => Invoke([.. arguments.Select(argument => argument.Build(watch))]);

    /// <summary>The same call with other functions in the place of the schedules among its arguments and in its lists.</summary>
    public Func<int, double> BuildOver(Func<Func<int, double>, Func<int, double>> replace) =>
        (Func<int, double>)
            Invoke([
                .. arguments
                    .Select(argument => argument.Build(null))
                    .Select(value =>
                        value switch
                        {
                            Func<int, double> inner => replace(inner),
                            Func<int, double>[] all => Array.ConvertAll(all, one => replace(one)),
                            (Func<int, double>, int)[] parts => Array.ConvertAll(parts, part => (replace(part.Item1), part.Item2)),
                            _ => value,
                        }
                    ),
            ])!;

    public override IEnumerable<Term> Reductions() =>
        Type == typeof(Func<int, double>) && Member != Simplest.Member
            ? [.. Replacements(), Simplest, .. WithLess()]
            : [.. Replacements(), .. WithLess()];

    public override string ToString()
    {
        bool verb = Member.IsDefined(typeof(ExtensionAttribute), false);
        StringBuilder text = new(
            verb
                ? $"{arguments[0]}.{Member.Name}"
                : Member switch
                {
                    ConstructorInfo => $"new {Member.DeclaringType!.Name}",
                    _ => $"{Member.DeclaringType!.Name}.{Member.Name}",
                }
        );
        return Member is PropertyInfo ? text.ToString() : text.Append('(').AppendJoin(", ", Arguments(verb ? 1 : 0)).Append(')').ToString();
    }

    private static Type TypeOf(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method.ReturnType,
            PropertyInfo property => property.PropertyType,
            _ => member.DeclaringType!,
        };

    // Defaults are left out; what follows one that was left out is named.
    private IEnumerable<string> Arguments(int first)
    {
        bool named = false;
        for (int i = first; i < arguments.Count; i++)
        {
            ParameterInfo parameter = Parameters[i];
            if (arguments[i] is Literal literal && parameter.HasDefaultValue && Equals(literal.Value, Default(parameter)))
            {
                named = true;
                continue;
            }

            yield return named ? $"{parameter.Name}: {arguments[i]}" : arguments[i].ToString();
        }
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue is { } value && parameter.ParameterType.IsEnum
            ? Enum.ToObject(parameter.ParameterType, value)
            : parameter.DefaultValue;

    private IEnumerable<Term> WithLess()
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            ParameterInfo parameter = Parameters[i];
            Term argument = arguments[i];
            if (parameter.HasDefaultValue && !(argument is Literal literal && Equals(literal.Value, Default(parameter))))
            {
                yield return With(i, new Literal(Default(parameter), parameter.ParameterType));
            }

            foreach (Term less in argument.Reductions())
            {
                yield return With(i, less);
            }
        }

        // Lists that belong together lose an item together.
        Items[] lists = [.. arguments.OfType<Items>()];
        for (int i = 0; lists.Length > 1 && i < lists.Max(list => list.Parts.Count); i++)
        {
            yield return new Call(
                Member,
                Type,
                [.. arguments.Select(one => one is Items { Parts.Count: > 0 } list ? list.Without(i) : one)]
            );
        }
    }

    private object? Invoke(object?[] values) =>
        Member switch
        {
            MethodInfo method => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture),
            ConstructorInfo constructor => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture),
            _ => ((PropertyInfo)Member).GetValue(null),
        };

    private Call With(int index, Term argument) => new(Member, Type, [.. arguments.Select((one, i) => i == index ? argument : one)]);
}
