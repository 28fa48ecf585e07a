using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>scikit-learn's SGD, in LrMath's words: the rate of the k-th sample, or of the k-th epoch under "adaptive".</summary>
internal sealed class SklearnRecords : RecordMap
{
    public SklearnRecords() : base("sklearn")
    {
        Sample("constant", a => Schedule.Constant(a.Number("eta0")));
        Sample("invscaling", a => Schedule.PowerLaw(a.Number("eta0"), timescale: 1, power: a.Number("power_t")));
        Sample("optimal", a => Schedule.InverseTime(Math.Pow(a.Number("alpha"), -0.25), Math.Pow(a.Number("alpha"), 0.75)));
        Loop("adaptive", Adaptive);
    }

    // A loss counts by the sum over the samples. What it stops at is the metric that would divide a rate of a millionth or less.
    private static Answer Adaptive(Arguments a, double[] losses)
    {
        a.Only("learning_rate", "adaptive");
        a.Ignore("start");
        double rate = a.Number("eta0");
        var policy = new Adaptive(rate, a.Number("tol") * a.Int("n_samples"), a.Int("n_iter_no_change"));
        FeedbackLoop<AdaptiveState> loop = Schedule.Constant(rate).Under(policy);
        double[] rates = [.. losses.Select((loss, epoch) =>
        {
            loop.Observe(loss, afterStep: epoch);
            return loop.Rate(epoch + 1);
        })];
        return ((Answer)rates).With("stopped", loop.State.StoppedAt);
    }

    private void Sample(string name, Func<Arguments, Func<int, double>> map) => Rate(name, a =>
    {
        a.Only("learning_rate", name);
        a.Ignore("eta0", "power_t", "alpha");
        return map(a);
    });
}
