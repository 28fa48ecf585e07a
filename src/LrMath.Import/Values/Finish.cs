using LrMath.Frameworks;

namespace LrMath.Import.Values;

/// <summary>From what a text gave to what the user gets: schedulers meet their base rates.</summary>
internal static class Finish
{
    internal static Imported Of(object? value, string library, ImportOptions options) =>
        value switch
        {
            RateScheduler scheduler => Scheduler(scheduler, library, options),
            RatePolicy policy => Policy(policy, library, options),
            Func<int, double> schedule => new(library, schedule),
            PythonFunction => throw new ImportException("A lambda alone is no schedule of a library: write it in C#, step => …"),
            Unknown unknown => throw unknown.Refusal("a schedule"),
            long or double => new(library, Schedule.Constant(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))),
            OptimizerRates { Rates: [double rate, ..] } => new(library, Schedule.Constant(rate)),
            _ => throw new ImportException($"The text gives {Text.Of(value)}; legal is a schedule."),
        };

    internal static Func<double> Rate(string name, double? told, ImportOptions options) =>
        () =>
            told
            ?? options.BaseRate
            ?? throw new ImportException(
                $"{name} takes its base rate from the optimizer, and the text does not tell it. Give the base rate (--base-rate)."
            );

    private static Imported Scheduler(RateScheduler scheduler, string library, ImportOptions options)
    {
        RateAndMomentum[] groups = [.. scheduler.Optimizer.Rates.Select(rate => Build(scheduler, Rate(scheduler.Name, rate, options)))];
        return new Imported($"{library} {scheduler.Name}", groups[0].Rate)
        {
            Momentum = groups[0].Momentum,
            Groups = [.. groups.Select(g => g.Rate)],
        };
    }

    private static Imported Policy(RatePolicy policy, string library, ImportOptions options)
    {
        double rate = Rate(policy.Name, policy.Optimizer.Rates[0], options)();
        return new Imported($"{library} {policy.Name}", Refused(policy.Name, () => Schedule.Constant(rate)))
        {
            Policy = Refused(policy.Name, () => policy.Build(() => rate)),
        };
    }

    private static RateAndMomentum Build(RateScheduler scheduler, Func<double> rate) =>
        Refused(scheduler.Name, () => scheduler.Build(rate));

    // What the library's own guards refuse is told as a refusal of the text.
    internal static T Refused<T>(string name, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException refusal)
        {
            throw new ImportException($"{name}: {refusal.Message}", refusal);
        }
    }
}
