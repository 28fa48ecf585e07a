using LrMath.Data;
using LrMath.Frameworks;

namespace LrMath.Cli.Expressions.Plain;

/// <summary>
/// Evaluates plain expressions by the table of what is public, without the compiler. What it does not know, or what has two meanings or a
/// mistake, has no value here: the compiler evaluates it, or says what is wrong. Builders and arguments may have their former names, which
/// stand in notes and scripts of earlier days.
/// </summary>
internal static class PlainExpression
{
    /// <summary>The value of an expression, if it is plain and of the type that is asked for.</summary>
    public static T? Evaluate<T>(string text)
        where T : class
    {
        try
        {
            return PlainParser.Parse(text) is { } expression && Made(expression) is { } made ? As(typeof(T), made) as T : null;
        }
        catch (ArgumentException)
        {
            // A builder or verb has refused an argument; the compiled expression will say so.
            return null;
        }
    }

    private static object? Made(Syntax expression) =>
        expression switch
        {
            Calling { Receiver: null, Name.Names: [var name] } call => Called(nameof(Schedule), name, call, null),
            Calling { Receiver: null, Name.Names: [var room, var name] } call => Called(room, name, call, null),
            Calling { Receiver: { } receiver, Name.Names: [var verb] } call => Made(receiver) is Func<int, double> schedule
                ? Called(nameof(Verbs), verb, call, schedule)
                : null,
            Dotted { Names: [var room, var name] } => Property(room, name),
            Changed change => Made(change.Policy) is { } policy ? With(policy, change.Settings) : null,
            _ => null,
        };

    private static object? Called(string room, string name, Calling call, Func<int, double>? receiver)
    {
        (Member Member, object?[] Values)? only = null;
        string now = room == nameof(Schedule) ? FormerNames.Now(name) : name;
        foreach (Member member in MembersOf(room).Where(member => member.Name == now && !member.Method.IsSpecialName))
        {
            if (Bound(member, call.Arguments) is not { } values)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = (member, values);
        }

        return only?.Member.Invoke(receiver, only.Value.Values);
    }

    private static object? Property(string room, string name)
    {
        Member? property = MembersOf(room).FirstOrDefault(member => member.Name == name && member.Method.IsSpecialName);
        return property?.Invoke(null, [.. property.Parameters.Select(parameter => parameter.Default)]);
    }

    private static IEnumerable<Member> MembersOf(string room) =>
        PublicTable.Rooms.Where(one => one.Name == room).SelectMany(one => one.Members);

    /// <summary>Arguments in the order of the parameters; null if they do not fit.</summary>
    private static object?[]? Bound(Member member, IReadOnlyList<(string? Name, Syntax Value)> arguments)
    {
        IReadOnlyList<Parameter> parameters = member.Parameters;
        int positional = arguments.TakeWhile(argument => argument.Name is null).Count();
        if (arguments.Skip(positional).Any(argument => argument.Name is null))
        {
            return null;
        }

        bool hasParams = parameters is [.., { IsParams: true }];
        bool isExpanded = hasParams && !(arguments.Count == parameters.Count && arguments[^1].Value is Listing);
        if (isExpanded)
        {
            return positional == arguments.Count ? Expanded(parameters, arguments) : null;
        }

        if (positional > parameters.Count)
        {
            return null;
        }

        var given = new Dictionary<string, Syntax>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i].Name is { } written ? FormerNames.Now(member, written) : parameters[i].Name;
            if (!given.TryAdd(name, arguments[i].Value))
            {
                return null;
            }
        }

        object?[] values = new object?[parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!given.Remove(parameters[i].Name, out Syntax? value))
            {
                if (!parameters[i].IsOptional)
                {
                    return null;
                }

                values[i] = parameters[i].Default;
            }
            else if (!Fits(value, parameters[i].Type, out values[i]))
            {
                return null;
            }
        }

        return given.Count == 0 ? values : null;
    }

    private static object?[]? Expanded(IReadOnlyList<Parameter> parameters, IReadOnlyList<(string? Name, Syntax Value)> arguments)
    {
        int last = parameters.Count - 1;
        if (arguments.Count < last)
        {
            return null;
        }

        object?[] values = new object?[parameters.Count];
        for (int i = 0; i < last; i++)
        {
            if (!Fits(arguments[i].Value, parameters[i].Type, out values[i]))
            {
                return null;
            }
        }

        var list = new Listing([.. arguments.Skip(last).Select(argument => argument.Value)]);
        return Fits(list, parameters[last].Type, out values[last]) ? values : null;
    }

    private static object? With(object policy, IReadOnlyList<(string Name, Syntax Value)> settings)
    {
        if (PublicTable.Policies.FirstOrDefault(room => room.Members[0].Result == policy.GetType())?.Members[0] is not { } member)
        {
            return null;
        }

        object?[] values = [.. member.Parameters.Select(parameter => parameter.Of!(policy))];
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, Syntax value) in settings)
        {
            int index = member.Parameters.TakeWhile(parameter => name != Capital(parameter.Name)).Count();
            if (index == values.Length || !set.Add(name) || !Fits(value, member.Parameters[index].Type, out values[index]))
            {
                return null;
            }
        }

        return member.Invoke(null, values);
    }

    private static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    /// <summary>Whether C# would convert an expression to a type, and to what.</summary>
    private static bool Fits(Syntax expression, Type type, out object? value)
    {
        if (expression is Literal { Value: null })
        {
            value = null;
            return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        }

        value = Converted(expression, Nullable.GetUnderlyingType(type) ?? type);
        return value is not null;
    }

    private static object? Converted(Syntax expression, Type type) =>
        expression switch
        {
            Literal { Value: int whole } => type == typeof(int) ? whole
            : type == typeof(double) ? (double)whole
            : type == typeof(long) ? (long)whole
            : null,
            Literal { Value: { } literal } => type.IsInstanceOfType(literal) ? literal : null,
            Listing list => List(list, type),
            Pair pair => Two(pair, type),
            Dotted { Names: [var name, var choice] } when type.IsEnum => type.Name == name && Enum.IsDefined(type, choice)
                ? Enum.Parse(type, choice)
                : null,
            Dotted { Names: [var name, var method] } when Splines.IsSpline(type) => Splines.ByName.GetValueOrDefault(
                $"{Parameter.Camel(name)}.{Parameter.Camel(method)}"
            )
                is { } spline
            && spline.Method.DeclaringType!.Name == name
            && spline.Method.Name == method
                ? spline
                : null,
            _ => Made(expression) is { } made ? As(type, made) : null,
        };

    private static object? As(Type type, object made) =>
        type.IsInstanceOfType(made) ? made
        : made is RateAndMomentum both && type == typeof(Func<int, double>) ? both.Rate
        : null;

    private static object? List(Listing list, Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>))
        {
            return null;
        }

        Type element = type.GetGenericArguments()[0];
        object?[] values = new object?[list.Elements.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!Fits(list.Elements[i], element, out values[i]))
            {
                return null;
            }
        }

        return Lists.Of(type, values);
    }

    private static object? Two(Pair pair, Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ValueTuple<,>))
        {
            return null;
        }

        Type[] types = type.GetGenericArguments();
        return Fits(pair.First, types[0], out object? first) && Fits(pair.Second, types[1], out object? second)
            ? Activator.CreateInstance(type, first, second)
            : null;
    }
}
