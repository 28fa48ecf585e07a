namespace LrMath.Analysis.Identifying;

/// <summary>The rows after a warm-up, counted from its end.</summary>
/// <param name="At">The position of each row.</param>
/// <param name="Rates">The rate of each row.</param>
/// <param name="Widths">The half-width of each rate.</param>
internal sealed record Tail(double[] At, double[] Rates, double[] Widths)
{
    private const int Lengths = 48;
    private const int Parts = 8;

    // Of the variance of the rates: a guess that leaves more of it unexplained is too far away for the search to come to the rows from it.
    private const double Hopeless = 0.2;

    // Of the sum of the squared rates: a course that does not move is less welcome by this, and sums are less certain by that.
    private const double Level = 1e-9;
    private const double Rounding = 2e-9;

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
            (double start, double end, sums[i]) = Ends(row => course(Math.Clamp((At[row] - delay) / length, 0, 1)));
            tried[i] = [start, end, length];
        }

        return Enumerable
            .Range(0, Lengths)
            .Where(i => double.IsFinite(sums[i]) && (i == 0 || sums[i] <= sums[i - 1]) && (i == Lengths - 1 || sums[i] <= sums[i + 1]))
            .OrderBy(i => sums[i])
            .Take(2)
            .Select(i => tried[i]);
    }

    /// <summary>
    /// The best few of many guesses, with the two values between which each comes nearest to the rows; none where all are hopeless.
    /// </summary>
    /// <param name="guesses">The arguments of a course.</param>
    /// <param name="course">How much of the way is done in a row, for arguments.</param>
    /// <param name="count">How many are kept.</param>
    /// <returns>Start, end, the arguments, and the sum of the squared distances, the least sum first.</returns>
    public List<(double[] Guess, double Sum)> Nearest(IEnumerable<double[]> guesses, Func<double[], Func<int, double>> course, int count)
    {
        List<(double[] Guess, double Sum)> best = [];
        double mean = Rates.Average();
        double hopeless = Hopeless * Rates.Sum(rate => (rate - mean) * (rate - mean));
        foreach (double[] guess in guesses)
        {
            double most = best.Count < count ? hopeless : best[^1].Sum;
            (double start, double end, double sum) = Ends(course(guess), most);
            if (!(sum < most))
            {
                continue;
            }

            int place = best.FindIndex(other => sum < other.Sum);
            best.Insert(place < 0 ? best.Count : place, ([start, end, .. guess], sum));
            if (best.Count > count)
            {
                best.RemoveAt(count);
            }
        }

        return best;
    }

    /// <summary>The two values between which a course comes nearest to the rows, and the sum of the squared distances.</summary>
    /// <param name="course">How much of the way is done in a row.</param>
    /// <param name="most">A larger sum is not of interest: it is given as infinite as soon as a part of the rows exceeds it.</param>
    public (double Start, double End, double Sum) Ends(Func<int, double> course, double most = double.PositiveInfinity)
    {
        double n = 0,
            c = 0,
            cc = 0,
            v = 0,
            vc = 0,
            vv = 0;
        (double Start, double End, double Sum) ends = default;

        // Every eighth row first: what misses these by more than the best miss all rows need not be compared with the rest.
        for (int part = 0; part < Parts; part++)
        {
            for (int row = part; row < At.Length; row += Parts)
            {
                double done = course(row);
                double rate = Rates[row];
                n++;
                c += done;
                cc += done * done;
                v += rate;
                vc += rate * done;
                vv += rate * rate;
            }

            ends = Line(n, c, cc, v, vc, vv);
            if (ends.Sum > most + (Rounding * vv))
            {
                return (ends.Start, ends.End, double.PositiveInfinity);
            }
        }

        return ends;
    }

    private static (double Start, double End, double Sum) Line(double n, double c, double cc, double v, double vc, double vv)
    {
        double spread = (n * cc) - (c * c);
        if (!(spread > 1e-12 * n * cc))
        {
            return (v / n, v / n, vv - (v * v / n) + (Level * vv));
        }

        double slope = ((n * vc) - (c * v)) / spread;
        double start = (v - (slope * c)) / n;
        return (start, start + slope, Math.Max(vv - (start * v) - (slope * vc), 0));
    }
}
