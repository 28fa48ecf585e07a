using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>fastai, in LrMath's words: its annealers, what is made of them, and its finder. A step is a batch; fastai's position is its
/// share of all batches.</summary>
internal sealed class FastaiRecords : RecordMap
{
    public FastaiRecords()
        : base("fastai")
    {
        Rate("SchedLin", a => Schedule.Linear(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate("SchedCos", a => Schedule.Cosine(a.Number("start"), a.Number("end"), a.Int("steps")));
        Rate("SchedExp", a => Schedule.Ramp(a.Number("start"), a.Number("end"), a.Int("steps"), Exp(a.Number("end"))));
        Rate(
            "SchedPoly",
            a =>
            {
                // With a power of 0, p^0 is 1 from the start.
                (double start, double end, int steps, double power) = (
                    a.Number("start"),
                    a.Number("end"),
                    a.Int("steps"),
                    a.Number("power")
                );
                return power == 0 ? Schedule.Constant(end) : Schedule.Ramp(start, end, steps, Shapes.Power(power));
            }
        );
        Rate(
            "SchedNo",
            a =>
            {
                // fastai takes an end and does not look at it.
                a.Number("end");
                a.Int("steps");
                return Schedule.Constant(a.Number("start"));
            }
        );

        // Each piece from its own start to its own end; where two meet, the later one answers.
        Rate("combine_scheds", a => Joined(a.Numbers("pcts"), a.Int("steps"), [.. a.Members("scheds").Select(Piece)]));
        Rate("combined_cos", a => Cosines(a.Number("pct"), a.Int("steps"), a.Number("start"), a.Number("middle"), a.Number("end")));
        Rate(
            "fit_one_cycle",
            a =>
            {
                (double peak, double up, int steps) = (a.Number("lr_max"), a.Number("pct_start"), a.Int("n_epoch") * a.Int("n_iter"));
                double[] momentum = a.Numbers("moms");
                return ((Answer)Cosines(up, steps, peak / a.Number("div"), peak, peak / a.Number("div_final"))).With(
                    "momentum",
                    Cosines(up, steps, momentum[0], momentum[1], momentum[2])
                );
            }
        );
        Rate(
            "fit_flat_cos",
            a =>
            {
                (double rate, int steps) = (a.Number("lr"), a.Int("n_epoch") * a.Int("n_iter"));
                return Cosines(a.Number("pct_start"), steps, rate, rate, rate / a.Number("div_final"));
            }
        );
        Rate(
            "fit_sgdr",
            a =>
                Schedule.CosineRestarts(
                    a.Number("lr_max"),
                    0,
                    period: a.Int("cycle_len") * a.Int("n_iter"),
                    periodFactor: a.Number("cycle_mult"),
                    cycles: a.Int("n_cycles")
                )
        );

        Suggests("suggest_valley", (_, log) => FastaiFinder.Valley(log.Rates, log.Losses));
        Suggests(
            "suggest_slide",
            (a, log) => FastaiFinder.Slide(log.Rates, log.Losses, a.Int("lr_diff"), a.Number("thresh"), a.Number("adjust_value"))
        );
        Suggests("suggest_minimum", (_, log) => FastaiFinder.Minimum(log.Rates, log.Losses));
        Suggests("suggest_steep", (_, log) => FastaiFinder.Steep(log.Rates, log.Losses));
        Record(
            "lr_find",
            record =>
            {
                Arguments a = record.Args;
                int numIt = a.Int("num_it");
                RangeTestRun run = FastaiFinder.LrFind(
                    record.Curve.Losses,
                    a.Number("start_lr"),
                    a.Number("end_lr"),
                    numIt,
                    a.Flag("stop_div")
                );
                FastaiSuggestions all = FastaiFinder.Suggest(run, numIt);
                // The record names the suggestions that fastai was asked for.
                var asked = record
                    .Field("suggestions")
                    .EnumerateObject()
                    .ToDictionary(
                        s => s.Name,
                        s =>
                            s.Name switch
                            {
                                "valley" => all.Valley.Rate,
                                "slide" => all.Slide.Rate,
                                "minimum" => all.Minimum.Rate,
                                "steep" => all.Steep.Rate,
                                _ => throw new GoldenException($"the suggestion {s.Name} is unknown"),
                            },
                        StringComparer.Ordinal
                    );
                return RangeRecords.Answer(run).With("suggestions", asked);
            }
        );
    }

    private static Func<int, double> Cosines(double share, int steps, double start, double middle, double end) =>
        Schedule.Path([(0, start), (share * steps, middle), (steps, end)], Shapes.Cosine);

    private static Func<int, double> Joined(double[] shares, int steps, (double Start, double End, Shape Way)[] pieces)
    {
        List<(double At, double Value)> knots = [];
        List<Shape> ways = [];
        double share = 0;
        foreach (((double start, double end, Shape way), double length) in pieces.Zip(shares))
        {
            knots.Add((Position(share), start));
            knots.Add((Position(share += length), end));
            ways.AddRange(way, Shapes.Hold);
        }

        return Schedule.Path(knots, [.. ways.SkipLast(1)]);

        // The shares sum up to a whole step but for rounding.
        double Position(double share) =>
            Math.Abs((share * steps) - Math.Round(share * steps)) < 1e-9 ? Math.Round(share * steps) : share * steps;
    }

    private static (double Start, double End, Shape Way) Piece(Member piece)
    {
        Arguments a = piece.Args;
        (double start, double end) = (a.Number("start"), a.Number("end"));
        return piece.Name switch
        {
            "SchedLin" => (start, end, Shapes.Linear),
            "SchedCos" => (start, end, Shapes.Cosine),
            "SchedExp" => (start, end, Exp(end)),
            "SchedPoly" when a.Number("power") == 0 => (end, end, Shapes.Hold),
            "SchedPoly" => (start, end, Shapes.Power(a.Number("power"))),
            "SchedNo" => (start, start, Shapes.Hold),
            _ => throw new GoldenException($"the annealer {piece.Name} is unknown"),
        };
    }

    /// <summary>A geometric way to 0 is there at once: 0^p is 0, only 0^0 is 1.</summary>
    private static Shape Exp(double end) => end == 0 ? (start, zero, p) => p > 0 ? zero : start : Shapes.Exponential;

    private void Suggests(string name, Func<Arguments, Curve, Suggestion> suggest) =>
        Curve(
            name,
            (a, log) =>
            {
                // The length of the test before it was trimmed: the suggestions do not depend on it.
                a.Int("num_it");
                Suggestion suggestion = suggest(a, log);
                return RangeRecords.Answer(suggestion).With("point", [suggestion.Point.Rate, suggestion.Point.Loss]);
            }
        );
}
