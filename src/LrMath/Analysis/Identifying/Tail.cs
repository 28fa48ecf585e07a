namespace LrMath.Analysis.Identifying;

/// <summary>The rows after a warm-up, counted from its end.</summary>
/// <param name="At">The position of each row.</param>
/// <param name="Rates">The rate of each row.</param>
/// <param name="Widths">The half-width of each rate.</param>
internal sealed record Tail(double[] At, double[] Rates, double[] Widths)
{
    private const int Lengths = 48;

    /// <summary>How far the rows reach.</summary>
    public double Reach => Math.Max(At[^1], 1);

    /// <summary>How far the rows are apart, typically; nothing shorter than this can be seen.</summary>
    public double Apart => At.Length > 1 ? (At[^1] - At[0]) / (At.Length - 1) : 1;

    /// <summary>Start, end and length of a way of a given course that comes nearest to the rows; the best few lengths.</summary>
    /// <param name="course">How much of the way is done at each fraction of its length, from 0 to 1.</param>
    /// <param name="delay">How long the start is held before.</param>
    public IEnumerable<double[]> Ways(Func<double, double> course, double delay = 0)
    {
        double reach = Math.Max(Reach - delay, 1);
        double[][] tried = new double[Lengths][];
        double[] sums = new double[Lengths];
        for (int i = 0; i < Lengths; i++)
        {
            double length = reach * Math.Exp(Math.Log(0.03) + (i * (Math.Log(12) - Math.Log(0.03)) / (Lengths - 1)));
            (double start, double end, sums[i]) = Ends(x => course(Math.Clamp((x - delay) / length, 0, 1)));
            tried[i] = [start, end, length];
        }

        return Enumerable
            .Range(0, Lengths)
            .Where(i => double.IsFinite(sums[i]) && (i == 0 || sums[i] <= sums[i - 1]) && (i == Lengths - 1 || sums[i] <= sums[i + 1]))
            .OrderBy(i => sums[i])
            .Take(2)
            .Select(i => tried[i]);
    }

    /// <summary>The two values between which a course comes nearest to the rows, and the sum of the squared distances.</summary>
    public (double Start, double End, double Sum) Ends(Func<double, double> course)
    {
        double n = 0,
            c = 0,
            cc = 0,
            v = 0,
            vc = 0,
            vv = 0;
        for (int i = 0; i < At.Length; i++)
        {
            double done = course(At[i]);
            double rate = Rates[i];
            n++;
            c += done;
            cc += done * done;
            v += rate;
            vc += rate * done;
            vv += rate * rate;
        }

        double spread = (n * cc) - (c * c);
        if (!(spread > 1e-12 * n * cc))
        {
            return (v / n, v / n, vv - (v * v / n) + (1e-9 * vv));
        }

        double slope = ((n * vc) - (c * v)) / spread;
        double start = (v - (slope * c)) / n;
        return (start, start + slope, Math.Max(vv - (start * v) - (slope * vc), 0));
    }
}
