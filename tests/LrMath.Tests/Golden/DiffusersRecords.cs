using System.Globalization;

namespace LrMath.Tests.Golden;

/// <summary>diffusers, in LrMath's words: its first update runs at 0 wherever there is a warm-up, and its cosine rises again.</summary>
internal sealed class DiffusersRecords : RecordMap
{
    public DiffusersRecords()
        : base("diffusers")
    {
        Rate("constant", (_, rate) => Schedule.Constant(rate));
        Rate("constant_with_warmup", (a, rate) => Warmup(a, rate, _ => Schedule.Constant(rate)));
        Rate("linear", (a, rate) => Linear(a, rate, 0, 1));
        Rate("get_linear_schedule_with_warmup", (a, rate) => Linear(a, rate, a.Number("f_min"), a.Number("f_max")));
        Rate("cosine", (a, rate) => Cosine(a, rate, 0.5));
        Rate("get_cosine_schedule_with_warmup", (a, rate) => Cosine(a, rate, a.Number("num_cycles")));
        Rate("cosine_with_restarts", (a, rate) => Warmup(a, rate, warmup => Restarts(rate, Length(a, warmup), a.Number("num_cycles"))));
        Rate("polynomial", (a, rate) => Polynomial(a, rate, 1e-7));
        Rate("get_polynomial_decay_schedule_with_warmup", (a, rate) => Polynomial(a, rate, a.Number("lr_end")));
        Rate("piecewise_constant", PiecewiseConstant);
    }

    /// <summary>torchtune's as well.</summary>
    public static Func<int, double> Cosine(Arguments a, double rate, double cycles) =>
        Warmup(a, rate, warmup => Common.Wave(rate, 0, Length(a, warmup), 2 * cycles));

    private static Func<int, double> Warmup(Arguments a, double peak, Func<int, Func<int, double>> main)
    {
        int warmup = a.IntOrNull("num_warmup_steps") ?? 0;
        return Common.AfterLine(0, peak, warmup, main(warmup));
    }

    private static int Length(Arguments a, int warmup) => Math.Max(a.Int("num_training_steps") - warmup, 1);

    // The rise is from 0, not from the lowest factor.
    private static Func<int, double> Linear(Arguments a, double rate, double low, double high) =>
        Warmup(a, rate * high, warmup => Schedule.Linear(rate * high, rate * low, Math.Max(a.Int("num_training_steps") - warmup, 0)));

    // A whole number of cycles is one cycle, passed so many times as fast.
    private static Func<int, double> Restarts(double rate, int steps, double cycles)
    {
        Func<int, double> endless = cycles switch
        {
            0 => Schedule.Constant(rate),
            _ when cycles == (int)cycles => Schedule.CosineRestarts(rate, 0, steps).Stride((int)cycles),
            _ => Schedule.CosineRestarts(rate, 0, steps / cycles),
        };
        return endless.Then(Schedule.Constant(0), at: steps);
    }

    // A power of 0 holds the rate through the last step of all.
    private static Func<int, double> Polynomial(Arguments a, double rate, double end)
    {
        double power = a.Number("power");
        return Warmup(a, rate, warmup => Common.Polynomial(rate, end, a.Int("num_training_steps") - warmup + (power > 0 ? 0 : 1), power));
    }

    // "factor:end, …, factor": the ends are steps from the start, in any order.
    private static Answer PiecewiseConstant(Arguments a, double rate)
    {
        string[][] rules = [.. a.Text("step_rules").Split(',').Select(rule => rule.Split(':'))];
        var byEnd = new SortedDictionary<int, double>();
        foreach (string[] rule in rules[..^1])
        {
            byEnd[int.Parse(rule[1], CultureInfo.InvariantCulture)] = Factor(rule);
        }

        int[] ends = [.. byEnd.Keys.Where(end => end > 0)];
        return Schedule.Piecewise([.. ends.Select(end => byEnd[end]), Factor(rules[^1])], ends).Scale(rate);

        static double Factor(string[] rule) => double.Parse(rule[0], CultureInfo.InvariantCulture);
    }
}
