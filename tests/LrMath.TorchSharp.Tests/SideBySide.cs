using System.Text.Json;
using LrMath.Tests.Golden;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrMath.TorchSharp.Tests;

/// <summary>A golden record of PyTorch beside what an optimizer of TorchSharp really has at each of its steps.</summary>
internal static class SideBySide
{
    /// <summary>Values (rates, momentums) of each group at each step that the record has, under TorchSharp's own scheduler.</summary>
    /// <exception cref="InvalidOperationException">The scheduler threw.</exception>
    public static double Theirs(GoldenRecord record, int groups)
    {
        using Linear model = nn.Linear(2, 2);
        using SGD optimizer = New(model, groups, record.BaseRateOrNull ?? 0.1);
        optim.lr_scheduler.LRScheduler scheduler = TorchSharpScheduler.Of(record, optimizer);
        double[]? metrics = record.Name == "ReduceLROnPlateau" ? record.Metrics : null;
        return Worst(
            record,
            optimizer,
            step =>
            {
                if (metrics is not null)
                {
                    scheduler.step(metrics[step]);
                }
                else if (step > 0)
                {
                    scheduler.step();
                }
            }
        );
    }

    /// <summary>The same under LrMath's schedule and <c>optimizer.Set</c>.</summary>
    public static double Ours(GoldenRecord record, int groups)
    {
        using Linear model = nn.Linear(2, 2);
        using SGD optimizer = New(model, groups, 1);
        Answer answer = new TorchRecords().Answer(record);
        Func<int, double>? momentum = answer.TryGet("momentum", out object? schedule) ? (Func<int, double>?)schedule : null;
        return Worst(record, optimizer, step => optimizer.Set(step, answer.Rate, momentum));
    }

    /// <summary>LrMath's schedule as the function of TorchSharp's LambdaLR, over a rate of 1.</summary>
    public static double Lambda(GoldenRecord record)
    {
        using Linear model = nn.Linear(2, 2);
        using SGD optimizer = New(model, 1, 1);
        optim.lr_scheduler.LRScheduler scheduler = optim.lr_scheduler.LambdaLR(optimizer, new TorchRecords().Answer(record).Rate);
        return Worst(
            record,
            optimizer,
            step =>
            {
                if (step > 0)
                {
                    scheduler.step();
                }
            },
            momentum: false
        );
    }

    /// <summary>The largest deviation of any group from the record, as a share of the record's largest rate or momentum; 0 within the
    /// tolerance of the golden records.</summary>
    private static double Worst(GoldenRecord record, SGD optimizer, Action<int> before, bool momentum = true)
    {
        double worst = 0;
        (string Name, double?[] Values, double Size)[] quantities =
        [
            .. record
                .Quantities.Where(one => one.Value.ValueKind == JsonValueKind.Array && (momentum || one.Name == "lr"))
                .Select(one => (one.Name, Values: Json.List(one.Value, one.Name, Json.NumberOrNull)))
                .Select(one => (one.Name, one.Values, one.Values.Max(value => Math.Abs(value ?? 0)))),
        ];
        int next = 0;
        for (int step = 0; step <= record.Steps[^1]; step++)
        {
            before(step);
            if (record.Steps[next] != step)
            {
                continue;
            }

            foreach ((string name, double?[] values, double size) in quantities)
            {
                if (record.Rounding.Contains(step) || values[next] is not { } theirs)
                {
                    continue;
                }
                // Recursions lose more digits than closed forms: what differs by rounding alone is no fault.
                double tolerance = (1e-9 * size) + record.Tolerance(name).Around(theirs);
                foreach (SGD.ParamGroup group in optimizer.ParamGroups.Cast<SGD.ParamGroup>())
                {
                    double error = Math.Abs((name == "lr" ? group.LearningRate : group.Momentum) - theirs);
                    if (!(error <= tolerance))
                    {
                        worst = Math.Max(worst, double.IsFinite(error) ? error / size : double.PositiveInfinity);
                    }
                }
            }
            next++;
        }
        return worst;
    }

    private static SGD New(Linear model, int groups, double rate) =>
        optim.SGD(
            Enumerable.Range(0, groups).Select(i => new SGD.ParamGroup { Parameters = i < 2 ? [i == 0 ? model.weight : model.bias!] : [] }),
            rate,
            momentum: 0.9
        );
}
