using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using Xunit;

namespace LrMath.Tests.Cli;

public class EnvelopeTests
{
    [Theory]
    [InlineData(0, 1, 10)]
    [InlineData(7, 3, 160)]
    [InlineData(1000, 4096, 160)]
    [InlineData(0, 65_536, 333)]
    [InlineData(5, 65_537, 160)]
    [InlineData(123, 400_000, 78)]
    [InlineData(2_147_000_000, 483_647, 78)]
    public void A_part_has_the_extremes_of_its_steps_and_of_no_others_but_its_next(int first, int count, int columns)
    {
        static double Value(int step) => (step * 2654435761L % 1_000_003) / 1e3;
        var envelope = new Envelope(new Curve("", Value), new StepRange(first, count));
        int grain = count / Envelope.MostParts + (count > Envelope.MostParts ? 1 : 0);

        for (int column = 0; column < columns; column++)
        {
            long from = (long)column * count / columns,
                to = ((long)(column + 1) * count - 1) / columns;
            Extremes found = envelope.OfPart(column, columns);
            Assert.InRange(found.MinStep - first, from - grain, to + grain);
            Assert.InRange(found.MaxStep - first, from - grain, to + grain);
            Assert.Equal(Value(found.MinStep), found.Min);
            Assert.Equal(Value(found.MaxStep), found.Max);
            for (long step = from; step <= to; step++)
            {
                double value = Value((int)(first + step));
                Assert.True(found.Min <= value && value <= found.Max, $"step {first + step}");
            }
        }
        Assert.Equal(Enumerable.Range(0, count).Min(step => Value(first + step)), envelope.Whole.Min);
    }

    [Fact]
    public void The_first_of_equal_steps_is_named_and_each_step_is_evaluated_once_and_reported()
    {
        int evaluated = 0,
            reported = 0;
        var curve = new Curve(
            "",
            step =>
            {
                evaluated++;
                return step % 7 == 3 ? -1
                    : step % 7 == 5 ? 1
                    : 0;
            }
        );

        var envelope = new Envelope(curve, new StepRange(0, 3 << 20), steps => reported += steps);

        Assert.Equal(new Extremes(-1, 3, 1, 5, 1), envelope.Whole);
        Assert.Equal(3 << 20, evaluated);
        Assert.Equal(3 << 20, reported);
    }
}
