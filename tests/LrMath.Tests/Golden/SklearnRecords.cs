using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>scikit-learn's SGD, in LrMath's words: the rate of the k-th sample, or of the k-th epoch under "adaptive".</summary>
internal sealed class SklearnRecords : RecordMap
{
    public SklearnRecords()
        : base("sklearn")
    {
        Sample("constant", a => Schedule.Constant(a.Number("eta0")));
        Sample("invscaling", a => Schedule.PowerLaw(a.Number("eta0"), timescale: 1, power: a.Number("power_t")));
        Sample("optimal", a => Schedule.InverseTime(Math.Pow(a.Number("alpha"), -0.25), Math.Pow(a.Number("alpha"), 0.75)));
        Loop("adaptive", Adaptive);
    }

    // A loss is the sum over the samples. Training stops at the metric that would divide a rate of 1e-6 or less: the first such division of
    // a policy without that limit.
    private static Answer Adaptive(Arguments a, double[] losses)
    {
        a.Only("learning_rate", "adaptive");
        a.Ignore("start");
        double rate = a.Number("eta0");
        Plateau policy = Plateau.ScikitLearn with
        {
            BaseRate = rate,
            AbsoluteThreshold = a.Number("tol") * a.Int("n_samples"),
            Patience = a.Int("n_iter_no_change"),
        };
        Func<int, double> schedule = Schedule.Constant(rate);
        double[] endless = [rate, .. ClosedLoopRecords.Rates(schedule, policy with { Epsilon = 0 }, losses)];
        int stopped = Enumerable.Range(0, losses.Length).FirstOrDefault(i => endless[i] <= 1e-6 && endless[i + 1] < endless[i], -1);
        return ClosedLoopRecords.After(schedule, policy, losses).With("stopped", stopped < 0 ? null : stopped);
    }

    private void Sample(string name, Func<Arguments, Func<int, double>> map) =>
        Rate(
            name,
            a =>
            {
                a.Only("learning_rate", name);
                a.Ignore("eta0", "power_t", "alpha");
                return map(a);
            }
        );
}
