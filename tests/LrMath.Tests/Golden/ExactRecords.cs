namespace LrMath.Tests.Golden;

/// <summary>Closed forms evaluated to 60 digits, under the builders' own names.</summary>
internal sealed class ExactRecords : RecordMap
{
    public ExactRecords()
        : base("exact")
    {
        Rate("linear", a => Schedule.Linear(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate("cosine", a => Schedule.Cosine(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate("polynomial", a => Schedule.Polynomial(a.Number("start"), a.Number("end"), a.Int("steps"), a.Number("power")));
        Rate("exponential", a => Schedule.Exponential(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate("inverse_square_root_fall", a => Schedule.SquareRoot(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate(
            "exponential_decay",
            a =>
            {
                a.Only("formula", "initial*gamma^k");
                return Schedule.ExponentialDecay(a.Number("initial"), a.Number("gamma"));
            }
        );
        Rate(
            "inverse_time",
            a =>
            {
                a.Only("formula", "initial/(1+rate*k)");
                return Schedule.InverseTime(a.Number("initial"), a.Number("rate"));
            }
        );
        Rate(
            "inverse_square_root",
            a =>
            {
                a.Only("formula", "initial/sqrt(1+k/timescale)");
                return Schedule.InverseSquareRoot(a.Number("initial"), a.Number("timescale"));
            }
        );
        Rate(
            "cosine_restarts",
            a =>
            {
                a.Only("formula", "floor+(peak-floor)*peak_decay^cycle*(1+cos(pi*u/period_of_cycle))/2");
                return Schedule.CosineRestarts(
                    a.Number("peak"),
                    a.Number("floor"),
                    a.Number("period"),
                    a.Number("period_factor"),
                    a.Number("peak_decay")
                );
            }
        );
    }
}
