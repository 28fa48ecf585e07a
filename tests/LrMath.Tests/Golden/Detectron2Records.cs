namespace LrMath.Tests.Golden;

/// <summary>
/// detectron2, in LrMath's words: fvcore's schedules of the share that is done, with a warm-up that leads to where they are after it.
/// </summary>
internal sealed class Detectron2Records : RecordMap
{
    public Detectron2Records()
        : base("detectron2")
    {
        Rate(
            "LRMultiplier",
            (a, rate) =>
            {
                (Member member, int run) = (a.Member("scheduler"), a.Int("max_iter"));
                Course course = (from, to) => FvcoreRecords.Between(member.Name, member.Args, from, to);
                if (a.Raw("warmup").ValueKind == System.Text.Json.JsonValueKind.Null)
                {
                    return course(0, run).Scale(rate);
                }

                Arguments warmup = a.Nested("warmup");
                return Warmed(course, warmup, warmup.Number("warmup_length"), run).Scale(rate);
            }
        );
        Rate(
            "build_lr_scheduler",
            (a, rate) =>
            {
                int run = a.Int("max_iter");
                return Warmed(Built(a, rate, run), a, Math.Min(a.Int("warmup_iters") / (double)run, 1), run).Scale(rate);
            }
        );

        // The older ones: a rise and a fall on top of each other, so that the peak is below the rate.
        Rate("WarmupMultiStepLR", (a, rate) => Rise(a).Chain(Common.MultiStep(rate, a.Number("gamma"), a.Ints("milestones"))));
        Rate("WarmupCosineLR", (a, rate) => Rise(a).Chain(Schedule.CosineWave(rate, 0, a.Int("max_iters"))));
        Rate(
            "WarmupPolyLR",
            (a, rate) =>
            {
                // The constant ending is one where the rise is 1 only.
                int risen = a.Number("warmup_factor") == 1 ? 0 : a.Int("warmup_iters");
                (int run, double power) = (a.Int("max_iters"), a.Number("power"));
                Func<int, double> fall = power > 0 ? Schedule.Polynomial(1, 0, run, power) : Schedule.Constant(1);
                Func<int, double> ending = Schedule
                    .Constant(0)
                    .Then(Schedule.Constant(Math.Max(a.Number("constant_ending"), 0)), at: risen);
                return Rise(a).Chain(fall).Max(ending).Scale(rate);
            }
        );
    }

    /// <summary>A schedule's whole course, from one position to another, in steps.</summary>
    private delegate Func<int, double> Course(double from, double to);

    // A position counts as reached a millionth of the run before it.
    private static Func<int, double> Warmed(Course course, Arguments a, double share, int run)
    {
        bool anew = a.Flag("rescale_interval");
        double ends = share * run;
        double first = course(0, run)(0);
        double start = a.Number("warmup_factor") * first;
        double reached = anew ? first : course(-ends, run - ends)(0);
        double end = a.Choice("warmup_method", ("linear", reached), ("constant", start));
        int after = (int)Math.Max(Math.Floor((share - 1e-6) * run) + 1, 0);
        Func<int, double> main = course(anew && share < 1 ? ends : 0, run);
        return Schedule.Path([(0, start), (ends, end)]).Then(main.Shift(after), at: after);
    }

    private static Course Built(Arguments a, double rate, int run)
    {
        (double gamma, int[] steps, int decays, double end) = (
            a.Number("gamma"),
            a.Ints("steps"),
            a.Int("num_decays"),
            a.Number("base_lr_end") / rate
        );
        return a.Choice<Course>(
            "lr_scheduler_name",
            (
                "WarmupMultiStepLR",
                (from, to) =>
                    Common.MultiStep(
                        1,
                        gamma,
                        steps.Where(step => step <= run).Select(step => FvcoreRecords.FirstStep(from, to, step / (double)run))
                    )
            ),
            ("WarmupCosineLR", (from, to) => Schedule.Path([(from, 1), (to, end)], Shapes.Cosine)),
            ("WarmupStepWithFixedGammaLR", (from, to) => FvcoreRecords.FixedGamma(1, gamma, decays, from, to))
        );
    }

    private static Func<int, double> Rise(Arguments a)
    {
        (double factor, int steps) = (a.Number("warmup_factor"), a.Int("warmup_iters"));
        return Schedule.Ramp(factor, 1, steps, a.Choice("warmup_method", ("linear", Shapes.Linear), ("constant", Shapes.Hold)));
    }
}
