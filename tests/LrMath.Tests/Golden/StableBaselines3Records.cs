namespace LrMath.Tests.Golden;

/// <summary>
/// Stable-Baselines3, in LrMath's words: a line over a share of the timesteps. PPO sets its progress after a rollout, one step ahead.
/// </summary>
internal sealed class StableBaselines3Records : RecordMap
{
    public StableBaselines3Records()
        : base("stable_baselines3")
    {
        foreach (string name in new[] { "LinearSchedule", "get_linear_fn" })
        {
            Rate(name, a => Line(a, from: 0, steps: a.Number("total_timesteps")));
        }

        Rate(
            "PPO",
            a => Line(a.Nested("learning_rate"), from: -1, steps: a.Number("total_timesteps") / (a.Number("n_steps") * a.Number("n_envs")))
        );
    }

    private static Func<int, double> Line(Arguments a, int from, double steps) =>
        Schedule.Path([(from, a.Number("start")), (from + (a.Number("end_fraction") * steps), a.Number("end"))]);
}
