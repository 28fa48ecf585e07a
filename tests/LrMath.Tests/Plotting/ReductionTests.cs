using FsCheck;
using FsCheck.Xunit;
using LrMath.Plotting;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Curves;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Plotting;

public class ReductionTests
{
    [Property]
    public Property Every_column_keeps_its_first_last_lowest_and_highest_step_and_its_largest_change() =>
        Law.Over(
            from columns in Draw.Whole(1, 50)
            from perColumn in Draw.Whole(1, 200)
            from first in Draw.Whole(0, 1_000_000)
            from hundredths in Draw.List(Draw.Whole(0, 100), columns * perColumn)
            select (columns, perColumn, first, values: hundredths.Select(value => value / 100.0).ToArray()),
            c =>
            {
                double[] values = c.values;
                IReadOnlyList<CurvePoint> kept = Reduce(step => values[step - c.first], c.first, values.Length, c.columns);

                Assert.True(kept.Count <= 6 * c.columns);
                Assert.All(kept, point => Assert.Equal(values[(int)point.X - c.first], point.Y));
                for (int column = 0; column < c.columns; column++)
                {
                    (int from, int to) = (column * c.perColumn, (column + 1) * c.perColumn);
                    var inside = kept.Where(point => point.X - c.first >= from && point.X - c.first < to).ToList();
                    Assert.Equal(values[from..to].Min(), inside.Min(point => point.Y));
                    Assert.Equal(values[from..to].Max(), inside.Max(point => point.Y));
                    Assert.Equal(from, inside[0].X - c.first);
                    Assert.Equal(to - 1, inside[^1].X - c.first);
                    IEnumerable<double> changes = Enumerable
                        .Range(from, c.perColumn)
                        .Where(i => i > 0)
                        .Select(i => Math.Abs(values[i] - values[i - 1]));
                    double largest = changes.DefaultIfEmpty().Max();
                    Assert.True(
                        largest == 0
                            || kept.Zip(kept.Skip(1))
                                .Any(pair =>
                                    inside.Contains(pair.Second)
                                    && pair.Second.Adjacent
                                    && pair.Second.X == pair.First.X + 1
                                    && Math.Abs(pair.Second.Y - pair.First.Y) == largest
                                )
                    );
                }
            }
        );

    [Cases(20)]
    public Property Every_jump_between_constant_parts_is_kept_at_its_very_step() =>
        Law.Over(
            from jumps in Draw.List(Draw.Whole(1, 999_999), 12)
            select jumps.Distinct().Order().ToArray(),
            jumps =>
            {
                var kept = Reduce(step => Array.BinarySearch(jumps, step) is var at && at >= 0 ? at + 1 : ~at, 0, 1_000_000, 10_000)
                    .Select(point => (int)point.X)
                    .ToHashSet();
                // Two jumps in one column of a hundred steps share its record of the largest change; then the lowest and highest steps mark
                // them.
                foreach (int jump in jumps.Where(jump => !jumps.Any(other => other != jump && other / 100 == jump / 100)))
                {
                    Assert.True(kept.Contains(jump) && kept.Contains(jump - 1));
                }
            }
        );

    [Property]
    public Property A_jump_is_drawn_as_a_vertical_edge_at_its_pixel() =>
        Law.Over(
            from length in Draw.Whole(2, 1_000_000)
            from at in Draw.Whole(1, 1_000_000)
            select (length, at: 1 + at % (length - 1)),
            c =>
            {
                var picture = new Picture(
                    new Plot("") { YRange = (0, 1) }
                        .Add("jump", step => step < c.at ? 1 : 0, 0..c.length)
                        .ToSvg()
                );
                IReadOnlyList<(double X, double Y)> corners = picture.Corners("jump");
                Assert.DoesNotContain('L', picture.Curve("jump"));
                Assert.Equal(4, corners.Count);
                Assert.Equal(corners[0].X + (corners[^1].X - corners[0].X) * c.at / c.length, corners[1].X, 0.02);
                Assert.Equal(corners[1].X, corners[2].X);
            }
        );

    [Cases(25)]
    public Property A_spike_of_one_step_in_a_million_reaches_its_full_height() =>
        Law.Over(
            from at in Draw.Whole(0, 999_999)
            from up in Draw.OneOf(true, false)
            from log in Draw.OneOf(true, false)
            select (at, up, log),
            c =>
            {
                Plot plot = new Plot("") { LogY = c.log, YRange = (0.01, 100) }.Add(
                    "spike",
                    step =>
                        step != c.at ? 1
                        : c.up ? 100
                        : 0.01,
                    0..1_000_000
                );
                var picture = new Picture(plot.ToSvg());
                Assert.Contains(
                    picture.Corners("spike"),
                    corner => Math.Abs(corner.Y - (c.up ? picture.Axis.Top : picture.Axis.Bottom)) < 0.02
                );
            }
        );

    [Fact]
    public void A_step_and_a_range_evaluator_draw_the_same_picture()
    {
        static double Value(int step) => Math.Sin(step * 0.001) + (step == 77_777 ? 3 : 0);
        Plot byStep = new Plot("same").Add("curve", Value, 100..500_000);
        Plot byRange = new Plot("same").Add("curve", Fill, 100..500_000);
        Assert.Equal(byStep.ToSvg(), byRange.ToSvg());

        static void Fill(int first, Span<double> destination)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Value(first + i);
            }
        }
    }

    [Fact]
    public void A_range_up_to_the_last_int_is_asked_about_a_million_times()
    {
        var asked = new List<int>();
        new Plot("")
            .Add(
                "long",
                step =>
                {
                    asked.Add(step);
                    return 1;
                },
                0..int.MaxValue
            )
            .ToSvg();

        Assert.InRange(asked.Count, 1_000_000, 1_100_000);
        Assert.Equal(asked.Distinct().Order(), asked);
        Assert.Equal((0, int.MaxValue - 1), (asked[0], asked[^1]));
    }

    [Fact]
    public void Samples_of_a_long_range_have_no_period()
    {
        // 720 columns of 1,456 stretches of 2,048 steps: taken at their starts, all samples would be multiples of 2,048.
        int[] seen = new int[1024];
        new Plot("").Add("saw", step => seen[step % 1024]++, 0..(720 * 1456 * 2048)).ToSvg();
        Assert.All(seen, count => Assert.InRange(count, 700, 3500));
    }

    [Fact]
    public void Complete_ranges_are_asked_once_per_step_in_order()
    {
        var asked = new List<int>();
        new Plot("")
            .Add(
                "all",
                step =>
                {
                    asked.Add(step);
                    return 0;
                },
                3..100_000
            )
            .ToSvg();
        Assert.Equal(Enumerable.Range(3, 99_997), asked);
    }

    [Cases(20)]
    public Property A_smooth_curve_passes_every_value_within_an_eighth_of_a_pixel() =>
        Law.Over(
            from power in Draw.Whole(1, 3)
            from length in Draw.Whole(4_000, 20_000)
            select (power, length),
            c =>
            {
                double Value(int step) => Math.Pow(1 - (double)step / c.length, c.power);
                var picture = new Picture(
                    new Plot("") { YRange = (0, 1) }
                        .Add("smooth", Value, 0..c.length)
                        .ToSvg()
                );
                (IReadOnlyList<(double X, double Y)>? corners, (double top, double bottom)) = (picture.Corners("smooth"), picture.Axis);
                int next = 1;
                for (int step = 0; step < c.length; step++)
                {
                    double x = corners[0].X + (corners[^1].X - corners[0].X) * step / c.length;
                    while (corners[next].X < x)
                    {
                        next++;
                    }

                    ((double X, double Y) from, (double X, double Y) to) = (corners[next - 1], corners[next]);
                    double drawn = from.Y + (to.Y - from.Y) * (x - from.X) / (to.X - from.X);
                    Assert.InRange(drawn - (bottom - Value(step) * (bottom - top)), -0.125, 0.125);
                }
            }
        );

    [Fact]
    public void Measured_curves_of_a_hundred_thousand_points_keep_their_peaks()
    {
        double[] x = Enumerable.Range(0, 100_000).Select(i => (double)i).ToArray();
        double[] y = x.Select(at => at == 31_415 ? 1.0 : 0.0).ToArray();
        string svg = new Plot("") { YRange = (0, 1) }
            .AddLine("peak", x, y)
            .ToSvg();
        var picture = new Picture(svg);
        Assert.Contains(picture.Corners("peak"), corner => Math.Abs(corner.Y - picture.Axis.Top) < 0.02);
        Assert.True(svg.Length < 20_000);
    }

    private static IReadOnlyList<CurvePoint> Reduce(Func<int, double> schedule, int first, int length, int columns)
    {
        StepCurve curve = Assert.IsType<StepCurve>(new Plot("").Add("", schedule, first..(first + length)).Curves.Single());
        return Assert.IsType<LineTrace>(curve.Trace(new Columns(first, first + length, Log: false, columns), logY: false)).Points;
    }
}
