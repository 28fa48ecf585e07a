namespace LrMath.Analysis.Identifying;

/// <summary>Lengths that people choose: one digit or two, or a quarter of a power of ten.</summary>
internal static class HumanNumbers
{
    private const int MostDigits = 17;

    /// <summary>Those within a range, rising.</summary>
    public static IEnumerable<double> Between(double low, double high)
    {
        if (!(low > 0) || !(high >= low))
        {
            yield break;
        }

        for (int place = (int)Math.Floor(Math.Log10(low)) - 1; place <= (int)Math.Floor(Math.Log10(high)); place++)
        {
            double unit = Math.Pow(10, place);
            for (
                int tenths = 20;
                tenths < 200;
                tenths +=
                        tenths < 40 ? 1
                        : tenths < 100 ? 5
                        : 10
            )
            {
                double number = tenths * unit / 2;
                if (number >= low && number <= high && number >= 1)
                {
                    yield return number;
                }
            }
        }
    }

    /// <summary>The roundest number above <paramref name="low"/> and up to <paramref name="high"/>.</summary>
    public static double Nearest(double low, double high)
    {
        double middle = (low + high) / 2;
        double least = low + ((high - low) * 1e-9);
        foreach (double round in RoundNumbers.Within(least, high, middle, whole: false))
        {
            return round;
        }

        return middle;
    }

    /// <summary>
    /// How likely a range has a number as round as this one by chance: its width in units of the number's last digit, a half or a quarter
    /// of the digit before it counted as a digit; at most 1.
    /// </summary>
    public static double Chance(double low, double high, double number)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))));
        for (int digits = 0; digits < MostDigits; digits++)
        {
            foreach (double step in Parts(unit))
            {
                if (Math.Abs((number / step) - Math.Round(number / step)) <= 1e-9 * Math.Abs(number / step))
                {
                    return Math.Min((high - low) / step, 1);
                }
            }

            unit /= 10;
        }

        return number == 0 ? 0 : 1;
    }

    /// <summary>The roundest whole number above <paramref name="low"/> and up to <paramref name="high"/>, if there is one.</summary>
    public static int? Whole(double low, double high)
    {
        (double least, double most) = (Math.Floor(low + 1e-9) + 1, Math.Floor(high + 1e-9));
        if (!(least <= most) || most > int.MaxValue || least < int.MinValue)
        {
            return null;
        }

        for (double unit = 1e9; unit >= 1; unit /= 10)
        {
            foreach (double step in Parts(unit))
            {
                double multiple = Math.Round((least + most) / 2 / step) * step;
                double near =
                    multiple < least ? Math.Ceiling(least / step) * step
                    : multiple > most ? Math.Floor(most / step) * step
                    : multiple;
                if (step >= 1 && step % 1 == 0 && near >= least && near <= most)
                {
                    return (int)near;
                }
            }
        }

        return (int)least;
    }

    // What people round to within a power of ten.
    private static double[] Parts(double unit) => [unit, unit / 2, unit / 4];
}
