using System.Text.Json;
using LrMath.ClosedLoop;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace LrMath.TorchSharp.Tests;

public class ResumeTests
{
    private const int Total = 60;
    private const int StepsPerEpoch = 5;

    private static readonly Func<int, double> Base = Schedule.Cosine(0.2, 0.01, Total - 5).Warmup(5);
    private static readonly Plateau Policy = Plateau.PyTorch with { BaseRate = 0.2, Patience = 0, Factor = 0.5, RelativeThreshold = 0.2 };

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(33)]
    [InlineData(55)]
    public void A_run_resumed_from_model_file_optimizer_file_and_state_has_the_losses_of_the_uninterrupted_run_to_the_bit(int at)
    {
        string folder = Directory.CreateTempSubdirectory("lrmath-torch-").FullName;
        try
        {
            (List<double> whole, double[] rates) = Whole(at, folder);
            Assert.Equal(whole[at..], Resumed(at, folder));
            // The plateau must have acted, or the loop would not have been tested.
            Assert.Contains(Enumerable.Range(0, Total), step => rates[step] < Base(step));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (List<double> Losses, double[] Rates) Whole(int saveAt, string folder)
    {
        using Toy toy = new();
        using SGD optimizer = New(toy);
        FeedbackLoop<PlateauState> loop = Base.Under(Policy);
        List<double> losses = [];
        for (int step = 0; step < Total; step++)
        {
            if (step == saveAt)
            {
                toy.Model.save(Path.Combine(folder, "model.dat"));
                optimizer.save_state_dict(Path.Combine(folder, "optimizer.dat"));
                File.WriteAllText(Path.Combine(folder, "loop.json"), JsonSerializer.Serialize(loop.State));
                File.WriteAllText(Path.Combine(folder, "history.json"), JsonSerializer.Serialize(loop.History));
                File.WriteAllBytes(Path.Combine(folder, "random.dat"), get_rng_state().bytes.ToArray());
            }
            losses.Add(Step(toy, optimizer, loop, step));
        }
        return (losses, loop.RecordedRate().Evaluate(0..Total));
    }

    private static List<double> Resumed(int at, string folder)
    {
        using Toy toy = new();
        foreach (Parameter parameter in toy.Model.parameters())
        {
            using IDisposable none = no_grad();
            parameter.fill_(7);
        }
        using SGD optimizer = New(toy);
        toy.Model.load(Path.Combine(folder, "model.dat"));
        optimizer.load_state_dict(Path.Combine(folder, "optimizer.dat"));
        FeedbackLoop<PlateauState> loop = Base.Under(
            Policy,
            JsonSerializer.Deserialize<PlateauState>(File.ReadAllText(Path.Combine(folder, "loop.json"))),
            history: JsonSerializer.Deserialize<ScaleHistory>(File.ReadAllText(Path.Combine(folder, "history.json")))
        );
        using Tensor random = tensor(File.ReadAllBytes(Path.Combine(folder, "random.dat")));
        set_rng_state(random);
        List<double> losses = [];
        for (int step = at; step < Total; step++)
        {
            losses.Add(Step(toy, optimizer, loop, step));
        }
        return losses;
    }

    private static double Step(Toy toy, SGD optimizer, FeedbackLoop<PlateauState> loop, int step)
    {
        optimizer.Set(step, loop.Rate, momentum: Schedule.Linear(0.85, 0.95, Total));
        double loss = toy.Train(optimizer, step);
        if (step % StepsPerEpoch == StepsPerEpoch - 1)
        {
            loop.Observe(toy.ValidationLoss(), afterStep: step);
        }
        return loss;
    }

    private static SGD New(Toy toy) => optim.SGD(toy.Model.parameters(), 0, momentum: 0.9, weight_decay: 1e-3);
}
