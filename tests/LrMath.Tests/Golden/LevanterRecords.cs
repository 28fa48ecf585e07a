using System.Text.Json;

namespace LrMath.Tests.Golden;

/// <summary>levanter, in LrMath's words: cycles of a warm-up, a hold and a decay, each from where the one before has ended.</summary>
internal sealed class LevanterRecords : RecordMap
{
    public LevanterRecords()
        : base("levanter") => Rate("lr_scheduler", Cycles);

    private static Answer Cycles(Arguments a)
    {
        (double rate, double low, int total) = (a.Number("learning_rate"), a.Number("min_lr_ratio"), a.Int("num_train_steps"));
        int cooldown = Steps(a.NumberOrNull("cooldown") ?? 0, total);
        int[] cuts = Cuts(a, total - cooldown);
        double? decays = a.NumberOrNull("decay");
        (double first, double later) = (a.Number("warmup"), a.Number("rewarmup"));
        Func<int, int, (Func<int, double>, int)> decay = Decay(a, rate, low);
        (List<(int Start, Func<int, double> Schedule)> parts, double reached) = ([], 0);
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            int length = cuts[i + 1] - cuts[i];
            int warmup = Steps(i == 0 ? first : later, length);
            int fall = decays is { } share ? Steps(share, length) : length - warmup;
            if (warmup > 0)
            {
                parts.Add((cuts[i], Schedule.Linear(reached, rate, warmup)));
            }

            if (warmup + fall != length)
            {
                parts.Add((cuts[i] + warmup, Schedule.Constant(rate)));
            }

            (Func<int, double> down, int before) = decay(fall, warmup);
            parts.Add((cuts[i + 1] - fall, down.Shift(before)));
            reached = down(Math.Max(before + fall, 0));
        }

        if (cooldown > 0)
        {
            parts.Add((total - cooldown, Schedule.Linear(reached, rate * low, cooldown)));
        }

        return parts
            .Skip(1)
            .Aggregate(
                parts[0].Schedule,
                (joined, next) => joined.Then(next.Schedule.Shift(Math.Max(-next.Start, 0)), at: Math.Max(next.Start, 0))
            );
    }

    // Up to 1 a share, cut to whole steps; above, a number of them.
    private static int Steps(double number, int of) => (int)(number <= 1 ? number * of : number);

    // The last of the cycles of one length takes the rest.
    private static int[] Cuts(Arguments a, int main)
    {
        (double? length, JsonElement cycles) = (a.NumberOrNull("cycle_length"), a.Raw("cycles"));
        List<int> cuts = [0];
        if (length is { } each)
        {
            cuts.AddRange(Enumerable.Range(1, Math.Max((main / Steps(each, main)) - 1, 0)).Select(i => i * Steps(each, main)));
        }
        else if (cycles.ValueKind == JsonValueKind.Array)
        {
            cuts.AddRange(a.Ints("cycles"));
        }
        else if (cycles.ValueKind != JsonValueKind.Null)
        {
            cuts.AddRange(Enumerable.Range(1, Math.Max(a.Int("cycles") - 1, 0)).Select(i => (int)(main / a.Number("cycles") * i)));
        }

        if (cuts[^1] != main)
        {
            cuts.Add(main);
        }

        return [.. cuts];
    }

    /// <summary>Steps of the decay and of the warm-up before it → the decay, and how many of its steps lie before it begins.</summary>
    private static Func<int, int, (Func<int, double>, int)> Decay(Arguments a, double rate, double low)
    {
        JsonElement plan = a.Raw("lr_schedule");
        Arguments? own = plan.ValueKind == JsonValueKind.Object ? a.Nested("lr_schedule") : null;
        (Func<int, double> peak, double floor) = (Schedule.Constant(rate), rate * low);
        switch (own?.Text("name") ?? a.Text("lr_schedule"))
        {
            case "constant":
                return (_, _) => (peak, 0);
            case "linear":
                return (steps, _) => (steps > 0 ? Schedule.Linear(rate, rate * low, steps) : peak, 0);
            case "cosine":
                double exponent = own?.Has("exponent") == true ? own.Number("exponent") : 1;
                return (steps, _) =>
                    (exponent > 0 ? Schedule.Ramp(rate, rate * low, Math.Max(steps, 0), Shapes.CosinePower(exponent)) : peak, 0);
            case "inv_sqrt":
                double timescale = own?.Has("timescale") == true ? own.Number("timescale") : 10_000;
                return (_, warmup) => (Schedule.InverseSquareRoot(rate * Math.Sqrt(timescale), 1).Delay(1).Min(rate).Max(floor), warmup);
            case "inv":
                return (steps, _) =>
                    (
                        low < 1 && steps > 0
                            ? Schedule.InverseTime(rate, (1 / low) - 1, every: steps).Shift(1).Delay(1).Max(floor)
                            : Schedule.Constant(floor),
                        0
                    );
            case "power":
                (double batch, double power) = (own!.Number("batch_size"), own.Number("b"));
                double scale = own.Number("a") * batch * Math.Pow(batch * own.Number("seq_length"), power);
                return (_, _) => (Common.AfterFirst(rate, Schedule.PowerLaw(scale, timescale: 1, power: -power).Min(rate)), 0);
            case var name:
                throw new GoldenException($"the lr_schedule {name} of levanter is unknown");
        }
    }
}
