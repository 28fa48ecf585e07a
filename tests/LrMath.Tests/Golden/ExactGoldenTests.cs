using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Tests.Golden;

/// <summary>Each builder against 60-digit arithmetic that was rounded once: the distance in units in the last place.</summary>
public class ExactGoldenTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("linear", 4)]
    [InlineData("cosine", 4)]
    [InlineData("polynomial", 4)]
    [InlineData("exponential", 4)]
    [InlineData("inverse_square_root_fall", 4)]
    [InlineData("exponential_decay", 4)]
    [InlineData("inverse_time", 4)]
    [InlineData("inverse_square_root", 4)]
    [InlineData("cosine_restarts", 4)]
    public void The_worst_distance_of_a_builder_is_a_few_units_in_the_last_place(string name, long limit)
    {
        (long Ulps, string Where) worst = (-1, "");
        int values = 0;
        foreach (GoldenRecord record in GoldenFolder.Own.Value.Records.Where(r => r.Framework == "exact" && r.Name == name))
        {
            Func<int, double> ours = RecordMap.All.Single(m => m.Framework == "exact").Answer(record.Afresh()).Rate;
            double[] theirs = Json.List(record.Quantities.Single(q => q.Name == "lr").Value, "lr", Json.Number);
            foreach ((int step, double exact) in record.Steps.Zip(theirs))
            {
                double value = ours(step);
                long ulps = Distance(value, exact);
                values++;
                if (ulps > worst.Ulps)
                {
                    worst = (
                        ulps,
                        string.Create(CultureInfo.InvariantCulture, $"{record.Id} at step {step}: ours {value:R}, exact {exact:R}")
                    );
                }
            }
        }

        output.WriteLine($"{name}: worst {worst.Ulps} ulp of {values} values, {worst.Where}");
        Assert.True(worst.Ulps >= 0, $"no record of {name}");
        Assert.True(worst.Ulps <= limit, $"{worst.Ulps} ulp, allowed are {limit}: {worst.Where}");
    }

    [Fact]
    public void Every_name_of_the_exact_records_is_pinned()
    {
        IEnumerable<string> pinned = typeof(ExactGoldenTests)
            .GetMethod(nameof(The_worst_distance_of_a_builder_is_a_few_units_in_the_last_place))!
            .GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a =>
                (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!
            );

        Assert.Equal(
            GoldenFolder.Own.Value.Records.Where(r => r.Framework == "exact").Select(r => r.Name).Distinct().Order(),
            pinned.Order()
        );
    }

    // The number of doubles between the two; not a number is further than anything.
    private static long Distance(double a, double b) =>
        double.IsNaN(a) || double.IsNaN(b) ? long.MaxValue
        : a.Equals(b) ? 0
        : Math.Abs(Ordered(a) - Ordered(b));

    private static long Ordered(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
