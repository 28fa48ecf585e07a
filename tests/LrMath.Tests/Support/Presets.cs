using System.Reflection;
using Xunit;

namespace LrMath.Tests.Support;

/// <summary>What holds for every library's names: each is an expression of builders and verbs, and each is tested.</summary>
internal static class Presets
{
    public static void IsLowering(string name, string expression, Func<int, double> schedule)
    {
        Assert.True(expression == schedule.Describe(), $"{name} is {schedule.Describe()}");
        Law.SameBits(Law.Steps(schedule, 0, 130), schedule.Evaluate(0..130), schedule, 0);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule(-1));
    }

    public static void AllAreAmong(IEnumerable<object[]> rows, Type library) =>
        Assert.Equal(
            library
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.ReturnType == typeof(Func<int, double>))
                .Select(method => method.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
            rows.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal)
        );
}
