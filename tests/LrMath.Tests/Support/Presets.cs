using System.Reflection;
using LrMath.Frameworks;
using Xunit;

namespace LrMath.Tests.Support;

/// <summary>What holds for every library's names: each is an expression of builders and verbs, and each is tested.</summary>
internal static class Presets
{
    public static void IsLowering(string name, string expression, Func<int, double> schedule)
    {
        Assert.True(expression == schedule.Describe(), $"{name} is {schedule.Describe()}");
        double[] values = schedule.Evaluate(0..130);
        Law.SameBits(Law.Steps(schedule, 0, 130), values, schedule, 0);
        double[] backwards = [.. Enumerable.Range(0, 130).Reverse().Select(schedule).Reverse()];
        Law.SameBits(values, backwards, schedule, 0);
        Assert.True(Array.TrueForAll(values, double.IsFinite), $"{name} has a value that is no finite number");
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule(-1));
    }

    /// <summary>The names are those of all members that give a schedule, or a rate and a momentum.</summary>
    public static void AllAreAmong(IEnumerable<string> names, Type library) =>
        Assert.Equal(
            library
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.ReturnType == typeof(Func<int, double>) || method.ReturnType == typeof(RateAndMomentum))
                .Select(method => method.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
            names.Distinct().Order(StringComparer.Ordinal)
        );
}
