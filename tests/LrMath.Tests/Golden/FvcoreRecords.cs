namespace LrMath.Tests.Golden;

/// <summary>fvcore, in LrMath's words: its schedules are functions of the share of the run that is done, here of steps.</summary>
internal sealed class FvcoreRecords : RecordMap
{
    private static readonly string[] Names =
    [
        "ConstantParamScheduler",
        "CosineParamScheduler",
        "LinearParamScheduler",
        "ExponentialParamScheduler",
        "PolynomialDecayParamScheduler",
        "StepParamScheduler",
        "StepWithFixedGammaParamScheduler",
        "MultiStepParamScheduler",
    ];

    public FvcoreRecords()
        : base("fvcore")
    {
        foreach (string name in Names)
        {
            Rate(name, a => Whole(name, a, a.Int("max_iter")));
        }

        Rate("CompositeParamScheduler", Composite);
    }

    // Over the whole run; lines, waves and exponentials go on past its end.
    private static Func<int, double> Whole(string name, Arguments a, int run) =>
        name switch
        {
            "CosineParamScheduler" => Schedule.CosineWave(a.Number("start_value"), a.Number("end_value"), run),
            "LinearParamScheduler" => Schedule.Line(a.Number("start_value"), a.Number("end_value") - a.Number("start_value"), every: run),
            "ExponentialParamScheduler" => Schedule.ExponentialDecay(a.Number("start_value"), a.Number("decay"), every: run),
            _ => Between(name, a, 0, run),
        };

    // Between two positions, which need not be whole.
    public static Func<int, double> Between(string name, Arguments a, double from, double to) =>
        name switch
        {
            "ConstantParamScheduler" => Schedule.Constant(a.Number("value")),
            "CosineParamScheduler" => Schedule.Path([(from, a.Number("start_value")), (to, a.Number("end_value"))], Shapes.Cosine),
            "LinearParamScheduler" => Schedule.Path([(from, a.Number("start_value")), (to, a.Number("end_value"))]),
            "ExponentialParamScheduler" => Schedule.Path(
                [(from, a.Number("start_value")), (to, a.Number("start_value") * a.Number("decay"))],
                Shapes.Exponential
            ),
            "PolynomialDecayParamScheduler" => a.Number("power") is > 0 and { } power
                ? Schedule.Path([(from, a.Number("base_value")), (to, 0)], Shapes.Polynomial(power))
                : Schedule.Constant(a.Number("base_value")),
            "StepParamScheduler" => Steps(a, from, to),
            "StepWithFixedGammaParamScheduler" => Gamma(a, from, to),
            "MultiStepParamScheduler" => MultiStep(a, from, to),
            _ => throw new GoldenException($"the member {name} of fvcore is unknown"),
        };

    private static Func<int, double> Steps(Arguments a, double from, double to)
    {
        a.Ignore("num_updates");
        double[] values = a.Numbers("values");
        return Schedule.Piecewise(
            values,
            [.. Enumerable.Range(1, values.Length - 1).Select(i => FirstStep(from, to, i / (double)values.Length))]
        );
    }

    private static Func<int, double> Gamma(Arguments a, double from, double to)
    {
        a.Ignore("num_updates");
        return FixedGamma(a.Number("base_value"), a.Number("gamma"), a.Int("num_decays"), from, to);
    }

    public static Func<int, double> FixedGamma(double start, double gamma, int decays, double from, double to) =>
        Common.MultiStep(start, gamma, Enumerable.Range(1, decays).Select(i => FirstStep(from, to, i / (decays + 1.0))));

    // Without milestones, equal parts; without a number of updates, the last milestone is the end of the run.
    private static Func<int, double> MultiStep(Arguments a, double from, double to)
    {
        (double[] values, int? updates) = (a.Numbers("values"), a.IntOrNull("num_updates"));
        int[] milestones =
            a.Raw("milestones").ValueKind == System.Text.Json.JsonValueKind.Null
                ? [.. Enumerable.Range(1, values.Length - 1).Select(i => i * (int)Math.Ceiling(updates!.Value / (double)values.Length))]
                : a.Ints("milestones");
        if (updates is null)
        {
            (updates, milestones) = (milestones[^1], milestones[..^1]);
        }

        return Schedule.Piecewise(values, [.. milestones.Select(m => FirstStep(from, to, m / (double)updates))]);
    }

    // A part of the run begins a millionth early.
    public static int FirstStep(double from, double to, double share) =>
        (int)Math.Max(Math.Ceiling(from + ((share - 1e-6) * (to - from))), 0);

    // The parts share one clock. A rescaled one has its whole course within its own part, a fixed one is seen through it.
    private static Answer Composite(Arguments a)
    {
        (Member[] members, double[] lengths, int run) = (a.Members("schedulers"), a.Numbers("lengths"), a.Int("max_iter"));
        string[] scaling = Json.List(a.Raw("interval_scaling"), "interval_scaling", (text, _) => text.GetString()!);
        lengths[^1] = 1 - lengths[..^1].Sum();
        Func<int, double>? joined = null;
        double from = 0;
        for (int i = 0; i < members.Length; i++)
        {
            double to = from + (lengths[i] * run);
            Func<int, double> part = scaling[i] switch
            {
                "rescaled" => Between(members[i].Name, members[i].Args, from, to),
                "fixed" => Whole(members[i].Name, members[i].Args, run),
                _ => throw new GoldenException($"interval_scaling {scaling[i]} is unknown"),
            };
            int begin = FirstStep(0, run, from / run);
            joined = joined is null ? part : joined.Then(part.Shift(begin), at: begin);
            from = to;
        }

        return joined!;
    }
}
