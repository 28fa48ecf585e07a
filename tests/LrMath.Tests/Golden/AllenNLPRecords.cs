namespace LrMath.Tests.Golden;

/// <summary>AllenNLP, in LrMath's words: step 0 is the optimizer's own rate, and update 1 asks for step 1.</summary>
internal sealed class AllenNLPRecords : RecordMap
{
    public AllenNLPRecords()
        : base("allennlp")
    {
        Rate("noam", (a, rate) => Common.AfterFirst(rate, Noam(a)));
        foreach (string name in new[] { "polynomial_decay", "linear_with_warmup" })
        {
            Rate(name, (a, rate) => Polynomial(a, rate, a.Int("num_epochs") * a.Int("num_steps_per_epoch")));
        }

        Rate("slanted_triangular", SlantedTriangular);
        Record("cosine", r => Cosine(r.Args, r.BaseRate, r.Steps.Max()));

        // A momentum, down and up again.
        Rate(
            "inverted_triangular",
            (a, momentum) =>
            {
                (int down, int up) = (a.Int("cool_down"), a.Int("warm_up"));
                return Schedule.Path([(0, momentum), (down, momentum / a.Number("ratio")), (down + up, momentum)]);
            }
        );
        Rate("combined", Combined);
    }

    private static Func<int, double> Noam(Arguments a) => Schedule.Noam(a.Int("model_size"), a.Int("warmup_steps"), a.Number("factor"));

    private static Func<int, double> Polynomial(Arguments a, double rate, int total)
    {
        int warmup = a.Has("warmup_steps") ? a.Int("warmup_steps") : 0;
        double end = a.Has("end_learning_rate") ? a.Number("end_learning_rate") : 0;
        return Common.AfterLine(0, rate, warmup, Common.Polynomial(rate, end, total - warmup, a.Has("power") ? a.Number("power") : 1));
    }

    // While an epoch's length is not known it is taken for what has been seen of it, so the triangle grows with the step.
    private static Answer SlantedTriangular(Arguments a, double rate)
    {
        (int epochs, int epoch) = (a.Int("num_epochs"), a.Int("batches_per_epoch"));
        int known = Math.Max(a.IntOrNull("num_steps_per_epoch") ?? 1, 1);
        (int groups, double cut, double ratio) = (a.Int("groups"), a.Number("cut_frac"), a.Number("ratio"));
        int below = groups - 2 - a.Int("group");
        double peak = a.Number("decay_factor") is var decay && a.Flag("discriminative_fine_tuning") ? rate * Math.Pow(decay, below) : rate;

        // One triangle in each epoch that unfreezes a group, one over the rest of the run.
        int unfreezing = a.Flag("gradual_unfreezing") ? Math.Max(groups - 2, 0) : 0;
        int Epochs(int before) => before < unfreezing ? 1 : epochs - before;
        Func<int, double> lr = step => Schedule.SlantedTriangular(peak, Epochs(0) * Math.Max(known, step), cut, ratio)(step);
        for (int before = unfreezing > 0 ? 1 : 0; before <= unfreezing; before++)
        {
            int skipped = unfreezing > 0 ? 1 : epoch + 1;
            Func<int, double> triangle = Schedule.SlantedTriangular(peak, Math.Max(Epochs(before) * epoch, 0), cut, ratio);
            lr = lr.Then(triangle.Shift(skipped), at: (before * epoch) + skipped);
        }

        return lr;
    }

    private static Answer Cosine(Arguments a, double rate, int run)
    {
        (int first, double longer, double floor, double smaller) = (
            a.Int("t_initial"),
            a.Number("t_mul"),
            a.Number("eta_min"),
            a.Number("eta_mul")
        );
        List<(Func<int, double>, int)> cycles = [];
        int start = 0;
        while (start <= run)
        {
            int length = Math.Max((int)(first * Math.Pow(longer, cycles.Count)), 1);
            cycles.Add((Schedule.Cosine(rate * Math.Pow(smaller, cycles.Count), floor, length), length));
            start += length;
        }

        return Schedule.Concat(cycles);
    }

    // Each part begins at its own step 0 from the rate that the one before has reached, and then sees the step of the whole run.
    private Answer Combined(Arguments a, double rate)
    {
        (int epoch, int start) = (a.Int("num_steps_per_epoch"), 0);
        List<(Func<int, double>, int)> parts = [];
        foreach (
            (int epochs, Member part) in Json.List(
                a.Raw("schedulers"),
                "schedulers",
                (pair, name) => (Json.Integer(pair[0], name), a.ToMember(pair[1], name))
            )
        )
        {
            int length = epochs * epoch;
            Func<int, double> whole = part.Name switch
            {
                "noam" => Common.AfterFirst(rate, Noam(part.Args)),
                "polynomial_decay" or "linear_with_warmup" => Polynomial(part.Args, rate, length),
                _ => throw new GoldenException($"the member {part.Name} of allennlp's combined is unknown"),
            };
            parts.Add((Common.AfterFirst(whole(0), whole.Shift(start + 1)), length));
            start += length;
            rate = whole(start);
        }

        return Schedule.Concat([.. parts, (Schedule.Constant(rate), 0)]);
    }
}
