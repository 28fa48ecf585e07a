using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>A log and the schedule that it should show, prepared for the many comparisons of an audit.</summary>
internal sealed class Case
{
    private readonly int[] order;

    public Case(Observations rows, Func<int, double> intended)
    {
        (Rows, Intended) = (rows, intended);
        First = Enumerable.Range(0, rows.Count).FirstOrDefault(i => !Explains(intended(rows.Steps[i]), i), rows.Count);
        order = First < rows.Count ? Spread(rows.Count, First) : [];
    }

    public Observations Rows { get; }

    /// <summary>The schedule that should have been followed.</summary>
    public Func<int, double> Intended { get; }

    /// <summary>The first row that the intended schedule does not explain; the number of rows if there is none.</summary>
    public int First { get; }

    /// <summary>The step of that row, and of the row before it, -1 if there is none.</summary>
    public (int Before, int Step) Gap => (First > 0 ? Rows.Steps[First - 1] : -1, Rows.Steps[First]);

    /// <summary>The intended value at any step; before the first step it is that of the first.</summary>
    public double At(long step)
    {
        try
        {
            return Intended((int)Math.Clamp(step, 0, int.MaxValue));
        }
        catch (Exception)
        {
            // A lambda of the user's may have no value outside of the run; there it explains nothing.
            return double.NaN;
        }
    }

    /// <summary>The rows, the one that shows the fault first, then from all over the log: a wrong guess is refused after a few.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>Whether a value explains a row within its digits.</summary>
    public bool Explains(double value, int row) => Math.Abs(value - Rows.Rates[row]) <= Rows.Widths[row];

    /// <summary>Whether values explain all rows from a step on; a wrong guess is refused after a few rows.</summary>
    public bool Explains(Func<int, double> value, int from = 0)
    {
        foreach (int row in order)
        {
            int step = Rows.Steps[row];
            if (step >= from && !Explains(value(step), row))
            {
                return false;
            }
        }

        return true;
    }

    // The row that shows the fault first, then rows from all over the log.
    private static int[] Spread(int count, int first)
    {
        int[] order = new int[count];
        int stride = Math.Max((int)(count * 0.381966), 1);
        while (Gcd(stride, count) != 1)
        {
            stride++;
        }

        long row = first;
        for (int i = 0; i < count; i++)
        {
            order[i] = (int)row;
            row = (row + stride) % count;
        }

        return order;
    }

    private static int Gcd(int left, int right) => right == 0 ? left : Gcd(right, left % right);
}
