using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using LrMath.Tests.Generation;

namespace LrMath.Tests.Support;

/// <summary>Schedules and numbers that one number decides, for laws over cases that are counted instead of drawn.</summary>
internal sealed class Any(int seed, bool lambdas = true)
{
    private readonly Random random = new(seed);
    private readonly Generator generator = new(OwnFunctions: lambdas);

    /// <summary>All public builders of schedules.</summary>
    public static IReadOnlyList<MethodInfo> Builders => Members.Builders;

    /// <summary>All public verbs that give one schedule.</summary>
    public static IReadOnlyList<MethodInfo> Verbs => Members.Verbs;

    public static MethodInfo Builder(string signature) => Builders.Concat(Verbs).Single(method => method.ToString() == signature);

    public int Next(int exclusiveEnd) => random.Next(exclusiveEnd);

    public int Step() => Sample(Arbitraries.Steps);

    /// <summary>A schedule of a builder, or verbs around one, at most <paramref name="depth"/> deep.</summary>
    public Func<int, double> Schedule(int depth = 3) => (Func<int, double>)Sample(generator.Schedule(depth)).Build(null)!;

    /// <summary>A schedule made by one method, and the arguments it was given.</summary>
    public (Func<int, double> Schedule, object?[] Arguments) Make(MethodInfo method, int depth = 0)
    {
        var call = (Call)Sample(generator.Of(method, depth));
        object?[] arguments = [.. call.Parts.Select(part => part.Build(null))];
        return ((Func<int, double>)method.Invoke(null, arguments)!, arguments);
    }

    private T Sample<T>(Gen<T> gen) => gen.Sample(1, new Rnd((ulong)random.Next(), ((ulong)random.Next() * 2) + 1), 50).Single();
}
