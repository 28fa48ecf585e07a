namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>Triangles over and over, all as high, each half as high as the one before, or shrinking with each step.</summary>
internal static class Triangles
{
    private static readonly double[] Ratios = [1, 2, 0.5, 3, 4, 0.25, 1.5, 9, 5];
    private static readonly double[] Decays = [0.9999, 0.999, 0.99, 0.9995, 0.995, 0.99994, 0.9998, 0.99999, 0.98, 0.95];

    public static Body Even { get; } =
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps, Argument.Steps],
            a => IsTriangle(a) ? x => a[0] + ((a[1] - a[0]) * Triangle(x, a[2], a[3]).Height) : null,
            a => Schedule.Cyclic(a[0], a[1], (int)a[2], (int)a[3]),
            tail => Guesses(tail, (x, up, down) => Triangle(x, up, down).Height)
        );

    public static Body Halved { get; } =
        Even with
        {
            At = a => IsTriangle(a) ? x => a[0] + ((a[1] - a[0]) * HalvedAt(x, a[2], a[3])) : null,
            Build = a => Schedule.Cyclic(a[0], a[1], (int)a[2], (int)a[3], Schedule.Step(1, 0.5, (int)a[2] + (int)a[3])),
            Guesses = tail => Guesses(tail, HalvedAt),
        };

    public static Body Shrinking { get; } =
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps, Argument.Steps, Argument.Factor],
            a =>
                IsTriangle(a) && a[4] is > 0.1 and < 1.1
                    ? x => a[0] + ((a[1] - a[0]) * Triangle(x, a[2], a[3]).Height * Math.Pow(a[4], x))
                    : null,
            a => Schedule.Cyclic(a[0], a[1], (int)a[2], (int)a[3], Schedule.ExponentialDecay(1, a[4])),
            ShrinkingGuesses
        );

    private static bool IsTriangle(double[] a) => a[2] > 0 && a[3] > 0;

    private static (double Height, double Cycle) Triangle(double x, double up, double down)
    {
        double cycle = Math.Floor(Math.Max(x, 0) / (up + down));
        double within = x - (cycle * (up + down));
        return (Math.Max(within < up ? within / up : 1 - ((within - up) / down), 0), cycle);
    }

    private static double HalvedAt(double x, double up, double down)
    {
        (double height, double cycle) = Triangle(x, up, down);
        return height * Math.Pow(0.5, cycle);
    }

    private static IEnumerable<double[]> Guesses(Tail tail, Func<double, double, double, double> course) =>
        tail.Nearest(Sides(tail), sides => row => course(tail.At[row], sides[0], sides[1]), count: 2).Select(best => best.Guess);

    private static IEnumerable<double[]> ShrinkingGuesses(Tail tail)
    {
        double[][] sides = [.. Sides(tail)];
        List<(double[] Guess, double Sum)> best = [];
        foreach (double decay in Decays)
        {
            double[] amplitudes = Array.ConvertAll(tail.At, x => Math.Pow(decay, x));
            List<(double[] Guess, double Sum)> ofDecay = tail.Nearest(
                sides,
                side => row => Triangle(tail.At[row], side[0], side[1]).Height * amplitudes[row],
                count: 2
            );
            best.AddRange(ofDecay.Select(one => ((double[])[.. one.Guess, decay], one.Sum)));
        }

        return best.OrderBy(one => one.Sum).Take(3).Select(one => one.Guess);
    }

    private static IEnumerable<double[]> Sides(Tail tail)
    {
        List<double> tops = [];
        for (int i = 1; i + 1 < tail.Rates.Length; i++)
        {
            if (tail.Rates[i] > tail.Rates[i - 1] && tail.Rates[i] >= tail.Rates[i + 1])
            {
                tops.Add(tail.At[i]);
            }
        }

        if (tops.Count == 0)
        {
            yield break;
        }

        if (tops.Count > 1)
        {
            double period = (tops[^1] - tops[0]) / (tops.Count - 1);
            yield return [Math.Max(tops[0] % period, 0.5), Math.Max(period - (tops[0] % period), 0.5)];
        }

        foreach (double up in HumanNumbers.Between(tail.Reach / 200, tail.Reach))
        {
            foreach (double ratio in Ratios)
            {
                if (up * (1 + ratio) >= 2 * tail.Apart)
                {
                    yield return [up, up * ratio];
                }
            }
        }
    }
}
