using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using LrMath.ClosedLoop;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;

namespace LrMath.TorchSharp.Tests;

/// <summary>The code of docs/torchsharp.md and of the examples in the documentation comments, run.</summary>
public sealed class PageTests : IDisposable
{
    private readonly int steps = 3;

    private readonly Toy toy = new();
    private readonly Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);

    private readonly Sequential model;

    public PageTests() => model = toy.Model;

    [Fact]
    public void Each_block_of_the_page_is_code_of_this_file()
    {
        string page = File.ReadAllText(Beside("../../docs/torchsharp.md"));
        string[] blocks =
        [
            .. Regex.Matches(page, "```csharp excerpt\n(.*?)```", RegexOptions.Singleline).Select(match => Lines(match.Groups[1].Value)),
        ];
        Assert.Equal(5, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(block, Here, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_example_of_the_documentation_comments_is_code_of_this_file()
    {
        string[] sources = Directory.GetFiles(Beside("../../src/LrMath.TorchSharp"), "*.cs");
        string[] examples =
        [
            .. from file in sources
            from Match match in Regex.Matches(File.ReadAllText(file), "<example><code>(.*?)</code></example>", RegexOptions.Singleline)
            select Lines(WebUtility.HtmlDecode(match.Groups[1].Value.Replace("///", "", StringComparison.Ordinal))).Trim(),
        ];
        Assert.Equal(5, examples.Length);
        Assert.All(examples, example => Assert.Contains(example, Here, StringComparison.Ordinal));
    }

    [Fact]
    public void A_momentum_against_the_rate()
    {
        const int step = 500;
        using SGD optimizer = torch.optim.SGD(model.parameters(), 1, momentum: 0.9);
        toy.Gradients(step);

        // The momentum is 0.95 at a rate of 0, and 0.85 at a rate of 0.1.
        optimizer.Set(step, lr, momentum: lr.Scale(-1).Offset(0.95));
        optimizer.step();

        Assert.Equal(0.85, optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single().Momentum, 1e-15);
        optimizer.Set(0, lr, momentum: lr.Scale(-1).Offset(0.95));
        Assert.Equal(0.95, optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single().Momentum);
    }

    [Fact]
    public void The_groups_of_a_model()
    {
        const int step = 500;

        var layers = LayerGroups.Of(model);
        SGD optimizer = torch.optim.SGD(layers.Select(layer => new SGD.ParamGroup { Parameters = layer.Parameters }), 0, momentum: 0.9);
        optimizer.Set(step, layers.Rates(lr.LayerDecay(layers.Layers, 0.75)), weightDecays: layers.WeightDecays(Schedule.Constant(5e-4)));

        Assert.Equal(0.1 * 0.75 * 0.75, optimizer.ParamGroups.First().LearningRate, 1e-15);
        optimizer.Set(step, layers.Rates(lr.LayerDecay(layers.Layers, 0.75)));
        optimizer.Set(step, layers.Rates([lr.FrozenUntil(6), lr.FrozenUntil(3), lr]));
        Assert.All(optimizer.ParamGroups, group => Assert.Equal(lr(step), group.LearningRate));
    }

    [Fact]
    public void The_loop()
    {
        using SGD optimizer = torch.optim.SGD(model.parameters(), 1, momentum: 0.9);
        Func<int, torch.Tensor> loss = _ => model.parameters().First().square().sum();

        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);

        for (int step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            loss(step).backward();
            optimizer.Set(step, lr, momentum: lr.Scale(-1).Offset(0.95), weightDecay: Schedule.Constant(5e-4));
            optimizer.step();
        }

        Assert.Equal(0.95 - lr(2), optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single().Momentum);
    }

    [Fact]
    public void Lambda()
    {
        SGD optimizer = torch.optim.SGD(model.parameters(), 1, momentum: 0.9);
        torch.optim.lr_scheduler.LRScheduler scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr);
        scheduler.step();
        Assert.Equal(lr(1), optimizer.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void Layers()
    {
        var layers = LayerGroups.Of(model);
        SGD optimizer = torch.optim.SGD(layers.Select(layer => new SGD.ParamGroup { Parameters = layer.Parameters }), 0, momentum: 0.9);

        IReadOnlyList<Func<int, double>> byLayer = lr.LayerDecay(layers.Layers, 0.75);
        optimizer.Set(0, layers.Rates(byLayer), weightDecays: layers.WeightDecays(Schedule.Constant(5e-4)));
        Assert.Equal(lr(0), optimizer.ParamGroups.Last().LearningRate);
    }

    [Fact]
    public void A_range_test()
    {
        using SGD optimizer = torch.optim.SGD(model.parameters(), 0.1);
        double TrainOneBatch(int step) => toy.Train(optimizer, step);

        RangeTestLog log = ModelRangeTest.Run(model, optimizer, min: 1e-5, max: 10, steps: 200, TrainOneBatch);
        Console.WriteLine(log.Suggest());
        Assert.NotEmpty(log.Rates);
    }

    [Fact]
    public void Saving()
    {
        using SGD optimizer = torch.optim.SGD(model.parameters(), 0.1);
        double validationLoss = toy.ValidationLoss();
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Directory.CreateTempSubdirectory("lrmath-page-").FullName;
        try
        {
            FeedbackLoop<PlateauState> loop = lr.Under(Plateau.PyTorch with { BaseRate = 0.1, Patience = 5 });
            optimizer.Set(0, loop.Rate);
            loop.Observe(validationLoss, afterStep: 0);

            model.save("model.dat");
            optimizer.save_state_dict("optimizer.dat");
            File.WriteAllText("loop.json", JsonSerializer.Serialize(loop.State));
            File.WriteAllBytes("random.dat", torch.get_rng_state().bytes.ToArray());
            Assert.Equal(4, Directory.GetFiles(".").Length);
        }
        finally
        {
            string made = Environment.CurrentDirectory;
            Environment.CurrentDirectory = before;
            Directory.Delete(made, recursive: true);
        }
    }

    public void Dispose() => toy.Dispose();

    private static string Here { get; } = Lines(File.ReadAllText(Beside("PageTests.cs")));

    private static string Lines(string text) => Regex.Replace(text, @"\s+", " ");

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
