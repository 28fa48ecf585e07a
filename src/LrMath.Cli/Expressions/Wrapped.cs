using System.Reflection;
using LrMath.ClosedLoop;

namespace LrMath.Cli.Expressions;

/// <summary>Looks through the policies that wrap a policy, and through their states, whatever the type inside.</summary>
internal static class Wrapped
{
    /// <summary>The policy inside of all wrappers; itself, if it is none.</summary>
    public static object Policy(object policy)
    {
        while (Part(policy, nameof(Smoothed<>.Policy), typeof(Smoothed<>), typeof(IgnoringFirst<>)) is { } inner)
        {
            policy = inner;
        }

        return policy;
    }

    /// <summary>The state of the policy inside of all wrappers; itself, if it is none of theirs.</summary>
    public static object State(object state)
    {
        while (Inner(state) is { } inner)
        {
            state = inner;
        }

        return state;
    }

    /// <summary>Whether a wrapper has kept a metric from the policy inside.</summary>
    public static bool IsIgnored(object before, object after) =>
        !Equals(IgnoredCount(before), IgnoredCount(after))
        || (Inner(before) is { } inner && Inner(after) is { } next && IsIgnored(inner, next));

    private static object? IgnoredCount(object state) =>
        Part(state, nameof(IgnoringFirstState<>.IgnoredCount), typeof(IgnoringFirstState<>));

    private static object? Inner(object state) =>
        Part(state, nameof(SmoothedState<>.Inner), typeof(SmoothedState<>), typeof(IgnoringFirstState<>));

    private static object? Part(object value, string name, params Type[] wrappers) =>
        value.GetType() is { IsGenericType: true } type && wrappers.Contains(type.GetGenericTypeDefinition())
            ? type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(value)
            : null;
}
