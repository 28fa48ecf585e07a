using System.Reflection;
using LrMath.Data;
using LrMath.Playground.Model;
using LrMath.Plotting;

namespace LrMath.Site;

/// <summary>A curve of a member, with what draws it.</summary>
/// <param name="Svg">The picture.</param>
/// <param name="Code">The C# expression of the curve.</param>
/// <param name="Json">The same as JSON.</param>
internal sealed record Drawn(string Svg, string Code, string Json)
{
    private const int Run = 1000;

    private static readonly Catalogue Catalogue = new(Documentation.Embedded());

    /// <summary>The curve of a builder, verb or shape with the arguments that the playground begins with; null for what is no
    /// schedule.</summary>
    public static Drawn? Of(MemberInfo member)
    {
        if (Find(Catalogue.Builders, member) is { } builder)
        {
            return Curve(new Series([Catalogue.Begin(builder, Run)]), member.Name, null);
        }

        Series cosine = new([Catalogue.Begin(Catalogue.Builders.First(entry => entry.Name == "cosine"), Run / 2)]);
        if (Find(Catalogue.Verbs, member) is { } verb)
        {
            return Curve(new Series([.. cosine.Items, Catalogue.Begin(verb, Run)]), $".{member.Name}", cosine);
        }

        return Find(Catalogue.Shapes, member) is { } shape ? Curve(new Series([Ramp(shape)]), member.Name, null) : null;
    }

    /// <summary>What has no curve although it makes a schedule or a shape.</summary>
    public static IEnumerable<string> Missing(IEnumerable<ReferencePage> pages)
    {
        HashSet<string> drawn = [.. pages.Where(page => page.Picture is not null).Select(page => $"{page.Owner.Name}.{page.Name}")];
        return Catalogue
            .Builders.Concat(Catalogue.Verbs)
            .Concat(Catalogue.Shapes)
            .Select(entry => $"{entry.Member.Room}.{entry.Member.Name}")
            .Where(name => !drawn.Contains(name));
    }

    private static Entry? Find(IEnumerable<Entry> entries, MemberInfo member) =>
        entries.FirstOrDefault(entry => entry.Member.Method == (member is PropertyInfo property ? property.GetMethod : member))
        ?? entries.FirstOrDefault(entry => member.DeclaringType == typeof(Schedule) && IsNamed(entry.Member, member.Name));

    // The table has one Interpolate, the one that takes a spline as well.
    private static bool IsNamed(Member known, string name) => known.Room == nameof(Schedule) && known.Name == name;

    // Down to a hundredth, since a geometric shape does not reach 0.
    private static Fields Ramp(Entry shape)
    {
        Term value = shape.Member.Parameters.Count == 0 ? Literal.Text(shape.Name) : Catalogue.Begin(shape, Run);
        Literal Whole(int number) => Catalogue.Number(number, typeof(int));
        Fields arguments = new([
            new Named("start", Whole(1)),
            new Named("end", new Literal("0.01")),
            new Named("steps", Whole(Run)),
            new Named("shape", value),
        ]);
        return new Fields([new Named("ramp", arguments)]);
    }

    private static Drawn Curve(Series schedule, string name, Series? before)
    {
        Func<int, double> lr = Read(schedule, out string json);
        Plot plot = new($"{name}")
        {
            Width = 640,
            Height = 260,
            XTitle = "step",
        };
        if (before is not null)
        {
            plot = plot.Add("before", Read(before, out _), 0..(Run + Run / 5));
        }

        return new(plot.Add(name, lr, 0..(Run + Run / 5)).ToSvg(), lr.Describe(), json);
    }

    private static Func<int, double> Read(Series schedule, out string json)
    {
        Func<int, double> lr = ScheduleJson.Read($"{{\"lrmath\":1,\"schedule\":{schedule}}}");
        json = ScheduleJson.Write(lr).TrimEnd();
        return lr;
    }
}
