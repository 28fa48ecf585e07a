using MathNet.Numerics.LinearAlgebra;

namespace LrMath.Analysis.Identifying;

/// <summary>
/// Arguments fitted to rows by least squares (Levenberg and Marquardt); the linear systems are solved by MathNet.Numerics.
/// </summary>
/// <param name="Arguments">The fitted arguments.</param>
/// <param name="Sum">The sum of the squared distances from the rows, in half-widths.</param>
/// <param name="Worst">The largest distance, in half-widths.</param>
/// <param name="Spreads">
/// How far each argument could move, the others following, before the rows are typically missed by a half-width.
/// </param>
internal sealed record Fit(double[] Arguments, double Sum, double Worst, double[] Spreads)
{
    private const double Difference = 1e-6;
    private const double MostDamped = 1e9;
    private const double Progress = 0.9;

    /// <summary>Fits the free arguments of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="guess">Where to start.</param>
    /// <param name="free">Which arguments may change.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="leastWidth">Rows count as no more precise than this; the search is smoother with a wide one.</param>
    /// <param name="iterations">How many steps of the search there are at most.</param>
    /// <param name="bearable">The root of the mean square distance, in half-widths, above which a slow search is given up.</param>
    public static Fit? Of(
        Form form,
        double[] guess,
        bool[] free,
        Observations rows,
        double leastWidth,
        int iterations,
        double bearable = double.PositiveInfinity
    )
    {
        double hopeless = bearable * bearable * rows.Count;
        double[] widths = Array.ConvertAll(rows.Widths, width => Math.Max(width, leastWidth));
        int[] open = [.. Enumerable.Range(0, free.Length).Where(k => free[k])];
        double[] at = [.. guess];
        double[] residuals = new double[rows.Count];
        double[] trial = new double[rows.Count];
        double sum = Residuals(form, at, rows, widths, residuals);
        if (!double.IsFinite(sum))
        {
            return null;
        }

        double damping = 1e-3;
        Matrix<double>? normal = null;
        bool solved = open.Length == 0;
        for (int iteration = 0; iteration < iterations && !solved; iteration++)
        {
            double[][] slopes = Array.ConvertAll(open, k => Slopes(form, at, k, rows, widths, residuals));
            normal = Normal(slopes);
            double[] gradient = Array.ConvertAll(slopes, slope => -Dot(slope, residuals));
            bool improved = false;
            while (!improved && damping < MostDamped)
            {
                double[]? change = Change(normal, gradient, damping);
                double[] next = [.. at];
                for (int k = 0; change is not null && k < open.Length; k++)
                {
                    next[open[k]] += change[k] * Unit(form.Arguments[open[k]], at[open[k]], rows.Peak);
                }

                double nextSum = change is null ? double.NaN : Residuals(form, next, rows, widths, trial);
                improved = nextSum < sum;
                damping = improved ? Math.Max(damping * 0.1, 1e-12) : damping * 10;
                if (improved)
                {
                    solved = sum - nextSum < 1e-9 * sum || nextSum < 1e-18 || (nextSum > hopeless && nextSum > Progress * sum);
                    (at, sum) = (next, nextSum);
                    (residuals, trial) = (trial, residuals);
                }
            }

            solved |= !improved;
        }

        return new Fit(at, sum, Largest(residuals), Spread(form, at, open, normal, rows));
    }

    private static double[] Spread(Form form, double[] at, int[] open, Matrix<double>? normal, Observations rows)
    {
        double[] spreads = new double[at.Length];
        if (normal is null)
        {
            return spreads;
        }

        Matrix<double> damped =
            normal + Matrix<double>.Build.DenseDiagonal(open.Length, open.Length, i => 1e-13 * Math.Max(normal[i, i], 1e-30));
        Matrix<double> inverse = damped.Inverse();
        for (int k = 0; k < open.Length; k++)
        {
            double variance = inverse[k, k];
            double unit = Unit(form.Arguments[open[k]], at[open[k]], rows.Peak);
            spreads[open[k]] =
                double.IsFinite(variance) && variance >= 0 ? unit * Math.Sqrt(variance * rows.Count) : double.PositiveInfinity;
        }

        return spreads;
    }

    private static double[]? Change(Matrix<double> normal, double[] gradient, double damping)
    {
        Matrix<double> damped =
            normal + Matrix<double>.Build.DenseDiagonal(gradient.Length, gradient.Length, i => (damping * normal[i, i]) + 1e-30);
        double[] change = damped.LU().Solve(Vector<double>.Build.Dense(gradient)).ToArray();
        return Array.TrueForAll(change, double.IsFinite) ? change : null;
    }

    private static Matrix<double> Normal(double[][] slopes) =>
        Matrix<double>.Build.Dense(slopes.Length, slopes.Length, (i, j) => Dot(slopes[i], slopes[j]));

    private static double[] Slopes(Form form, double[] at, int k, Observations rows, double[] widths, double[] residuals)
    {
        double unit = Unit(form.Arguments[k], at[k], rows.Peak);
        double[] slopes = new double[rows.Count];
        double[] moved = [.. at];
        double step = Difference;
        moved[k] += step * unit;
        if (!double.IsFinite(Residuals(form, moved, rows, widths, slopes)))
        {
            step = -step;
            moved[k] = at[k] + (step * unit);
            if (!double.IsFinite(Residuals(form, moved, rows, widths, slopes)))
            {
                return new double[rows.Count];
            }
        }

        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = (slopes[i] - residuals[i]) / step;
        }

        return slopes;
    }

    private static double Residuals(Form form, double[] at, Observations rows, double[] widths, double[] residuals)
    {
        if (form.Model(at) is not { } model)
        {
            return double.PositiveInfinity;
        }

        double sum = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            double residual = (model(rows.Steps[i]) - rows.Rates[i]) / widths[i];
            residuals[i] = residual;
            sum += residual * residual;
        }

        return sum;
    }

    private static double Unit(Argument argument, double value, double peak) =>
        argument switch
        {
            Argument.Rate => peak,
            Argument.Factor => Math.Clamp(Math.Abs(value), 1e-6, 1),
            _ => Math.Max(Math.Abs(value), 1),
        };

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double Largest(double[] residuals)
    {
        double largest = 0;
        foreach (double residual in residuals)
        {
            largest = Math.Max(largest, Math.Abs(residual));
        }

        return largest;
    }
}
