namespace LrMath.Tests.Golden;

/// <summary>MLX, in LrMath's words.</summary>
internal sealed class MLXRecords : RecordMap
{
    public MLXRecords()
        : base("mlx")
    {
        Rate("exponential_decay", a => Schedule.ExponentialDecay(a.Number("init"), a.Number("decay_rate")));
        Rate("step_decay", a => Schedule.Step(a.Number("init"), a.Number("decay_rate"), a.Int("step_size")));
        Rate("cosine_decay", a => Schedule.Cosine(a.Number("init"), a.Number("end"), a.Int("decay_steps")));
        Rate("linear_schedule", a => Schedule.Linear(a.Number("init"), a.Number("end"), a.Int("steps")));
        Rate("join_schedules", a => Schedule.Sequential([.. a.Members("schedules").Select(part => Build(part))], a.Ints("boundaries")));
    }
}
