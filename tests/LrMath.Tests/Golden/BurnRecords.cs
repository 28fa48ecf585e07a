namespace LrMath.Tests.Golden;

/// <summary>Burn, in LrMath's words.</summary>
internal sealed class BurnRecords : RecordMap
{
    public BurnRecords()
        : base("burn")
    {
        Rate("Constant", a => Schedule.Constant(a.Number("lr")));
        Rate("Linear", a => Schedule.Linear(a.Number("initial_lr"), a.Number("final_lr"), a.Int("num_iters")));
        Rate("Cosine", a => Schedule.CosineWave(a.Number("initial_lr"), a.Number("min_lr"), a.Int("num_iters")));
        Rate("Exponential", a => Schedule.ExponentialDecay(a.Number("initial_lr"), a.Number("gamma")));
        Rate("Noam", a => Schedule.Noam(a.Int("model_size"), a.Int("warmup_steps"), a.Number("factor")));
        Rate("Step", a => Schedule.Step(a.Number("initial_lr"), a.Number("gamma"), a.Int("step_size")));
        Rate(
            "Composed",
            a =>
            {
                Func<int, double>[] parts = [.. a.Members("schedulers").Select(part => Build(part))];
                return a.Choice<Func<Func<int, double>>>(
                    "reduction",
                    ("Prod", () => Schedule.Chain(parts)),
                    ("Sum", () => Sum(parts)),
                    ("Avg", () => Sum(parts).Scale(1.0 / parts.Length))
                )();
            }
        );
        Rate("Sequential", a => Schedule.Sequential([.. a.Members("schedulers").Select(part => Build(part))], a.Ints("milestones")));
    }

    private static Func<int, double> Sum(Func<int, double>[] parts) => parts.Aggregate((sum, part) => sum.Plus(part));
}
