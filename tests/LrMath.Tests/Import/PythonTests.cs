using LrMath.Frameworks;
using LrMath.Import;
using Xunit;

namespace LrMath.Tests.Import;

/// <summary>Lines of Python that build schedules, and what is refused of them.</summary>
public class PythonTests
{
    public static TheoryData<string, Func<int, double>> Lines =>
        new()
        {
            {
                "SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=5), CosineAnnealingLR(opt, T_max=95)], milestones=[5])",
                PyTorch.SequentialLR([PyTorch.LinearLR(0.1, 0.1, totalIters: 5), PyTorch.CosineAnnealingLR(0.1, 95)], [5])
            },
            { "torch.optim.lr_scheduler.StepLR(optimizer, 30)", PyTorch.StepLR(0.1, 30) },
            { "scheduler = StepLR(optimizer, step_size=10 * 3, gamma=1/4,)", PyTorch.StepLR(0.1, 30, 0.25) },
            { "MultiStepLR(opt, milestones=[80, 30])", PyTorch.MultiStepLR(0.1, [30, 80]) },
            {
                "lr_scheduler.OneCycleLR(opt, max_lr=1e-2, epochs=10, steps_per_epoch=math.ceil(1000 / 64))",
                PyTorch.OneCycleLR(0.01, epochs: 10, stepsPerEpoch: 16).Rate
            },
            {
                "CyclicLR(opt, 0.01, 0.1, step_size_up=5, mode='triangular2')",
                PyTorch.CyclicLR(0.01, 0.1, 5, mode: CyclicModes.Triangular2).Rate
            },
            {
                "ChainedScheduler([StepLR(opt, 30), ExponentialLR(opt, gamma=.9)])",
                PyTorch.ChainedScheduler(0.1, lr => PyTorch.StepLR(lr, 30), lr => PyTorch.ExponentialLR(lr, 0.9))
            },
            {
                "LambdaLR(opt, lr_lambda=lambda epoch: 1 if epoch < 5 else 0.5 ** (epoch // 5))",
                PyTorch.LambdaLR(0.1, t => t < 5 ? 1 : Math.Pow(0.5, t / 5))
            },
            {
                "optax.join_schedules([optax.linear_schedule(0.0, 0.1, 10), optax.constant_schedule(0.1)], boundaries=[10])",
                Optax.JoinSchedules([Optax.LinearSchedule(0, 0.1, 10), Optax.ConstantSchedule(0.1)], [10])
            },
            { "optax.piecewise_constant_schedule(0.1, {60: 0.2, 30: 0.5})", Optax.PiecewiseConstantSchedule(0.1, [(30, 0.5), (60, 0.2)]) },
            {
                "optax.adamw(learning_rate=optax.warmup_cosine_decay_schedule(init_value=0.0, peak_value=0.1, "
                    + "warmup_steps=10, decay_steps=100))",
                Optax.WarmupCosineDecaySchedule(0, 0.1, 10, 100)
            },
            {
                "get_cosine_schedule_with_warmup(optimizer, num_warmup_steps=10, num_training_steps=100)",
                Transformers.GetCosineScheduleWithWarmup(0.1, 10, 100)
            },
            {
                "get_scheduler('linear', optimizer=opt, num_warmup_steps=10, num_training_steps=100)",
                Transformers.GetLinearScheduleWithWarmup(0.1, 10, 100)
            },
            {
                "keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=100_000, decay_rate=0.96, staircase=True)",
                Keras.ExponentialDecay(0.1, 100_000, 0.96, true)
            },
            { "keras.optimizers.Adam(learning_rate=keras.optimizers.schedules.CosineDecay(0.1, 90))", Keras.CosineDecay(0.1, 90) },
            {
                "CosineLRScheduler(optimizer, t_initial=100, lr_min=1e-3, warmup_t=5, warmup_lr_init=1e-4)",
                Timm.CosineLRScheduler(0.1, 100, 0.001, warmupT: 5, warmupLrInit: 1e-4)
            },
            {
                """
                    import torch.optim as optim
                    from torch.optim.lr_scheduler import (
                        CosineAnnealingLR,
                        LinearLR as Warm, SequentialLR,
                    )

                    epochs = 100
                    warm = 5
                    model = Net()
                    optimizer = optim.SGD(model.parameters(), lr=0.4, momentum=0.9)
                    first = Warm(optimizer, start_factor=0.1,
                                 total_iters=warm)
                    second = CosineAnnealingLR(optimizer, T_max=epochs - warm, eta_min=1e-5); scheduler = SequentialLR(
                        optimizer, schedulers=[first, second], milestones=[warm])
                    """,
                PyTorch.SequentialLR([PyTorch.LinearLR(0.4, 0.1, totalIters: 5), PyTorch.CosineAnnealingLR(0.4, 95, 1e-5)], [5])
            },
        };

    [Theory]
    [InlineData("from torch.optim import lr_scheduler as sched\nsched.StepLR(opt, 30)")]
    [InlineData("import torch.optim.lr_scheduler as lrs\ns = lrs.StepLR(opt, step_size = (60 // 2))")]
    [InlineData("config = {'step_size': 30, 'gamma': 0.1}\nStepLR(opt, **config)")]
    [InlineData("config = dict(step_size=30)\nStepLR(opt, config['step_size'])")]
    [InlineData("args = [30, 0.1]\ntorch.optim.lr_scheduler.StepLR(opt, *args)")]
    [InlineData("marks = [10, 20, 30]\nStepLR(optimizer=opt, step_size=marks[-1], gamma=10 ** -1)")]
    [InlineData("paddle.optimizer.lr.StepDecay(learning_rate=0.1, step_size=30)")]
    [InlineData("from paddle.optimizer import lr\nlr.StepDecay(0.1, 30, gamma=1 / 10)")]
    [InlineData("StepDecay(0.1, 30)")]
    public void The_same_schedule_in_many_words(string code)
    {
        Func<int, double> read = Read(code).Schedule;

        Assert.All(Enumerable.Range(0, 100), step => Assert.Equal(PyTorch.StepLR(0.1, 30)(step), read(step)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_Python_is_the_schedule_that_it_builds(string code, Func<int, double> expected)
    {
        Func<int, double> read = Read(code).Schedule;

        Assert.All(Enumerable.Range(0, 300), step => Assert.Equal(expected(step), read(step)));
    }

    [Fact]
    public void Groups_with_rates_of_their_own_are_schedules_of_their_own()
    {
        Imported read = ScheduleImport.PythonCode(
            """
            optimizer = torch.optim.AdamW([{'params': body, 'lr': 1e-4}, {'params': head}], lr=1e-3)
            scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
            """
        );

        Assert.Equal([1e-4, 1e-3], read.Groups.Select(g => g(0)));
    }

    [Fact]
    public void A_plateau_scheduler_is_a_policy()
    {
        Imported read = Read("lr_scheduler.ReduceLROnPlateau(optimizer, 'max', patience=3, threshold_mode='abs')");

        Assert.Equal(PyTorch.ReduceLROnPlateau(0.1, LrMath.ClosedLoop.Mode.Max, patience: 3, absoluteThreshold: true), read.Policy);
    }

    [Theory]
    [InlineData("StepLR(optimizer, step_size=30, gama=0.5)", "gama")]
    [InlineData("StepLR(optimizer)", "step_size is missing")]
    [InlineData("StepLR(optimizer, 30, step_size=30)", "step_size is given twice")]
    [InlineData("StepLR(optimizer, step_size=steps)", "steps has no value here")]
    [InlineData("StepLR(optimizer, step_size=2.5)", "a whole number")]
    [InlineData("StepLR(optimizer, step_size=0)", "stepSize is 0")]
    [InlineData("CosineAnealingLR(optimizer, 10)", "did you mean CosineAnnealingLR")]
    [InlineData("StepLR(optimizer, step_size=30", "Line 1")]
    [InlineData("for epoch in range(10): pass", "Line 1")]
    [InlineData("def f(x):\n    return x", "Line 1")]
    [InlineData("x = 1\nStepLR(optimizer, step_size=1/0)", "Line 2: a division by zero")]
    [InlineData("ExponentialDecay(0.1, 100, 0.9) +", "Line 1")]
    [InlineData("ReduceLROnPlateau(optimizer)\n", "exists in PyTorch and Keras")]
    [InlineData("__import__('os').system('true')", "has no value here")]
    [InlineData("import os", "No line")]
    [InlineData("MultiStepLR(opt, milestones=[e * 10 for e in [1]])", "Line 1")]
    [InlineData("epochs, warm = 100, 5", "Line 1")]
    [InlineData("", "No line")]
    [InlineData("marks = [10]\nStepLR(optimizer, marks[1])", "Line 2: a list of 1 has no 1")]
    [InlineData("StepLR(optimizer, **5)", "Line 1: 5 stands behind **, where a dictionary is needed")]
    [InlineData("StepLR(optimizer, **config)", "config has no value here")]
    [InlineData("paddle.optimizer.lr.CosineAnnealingDecay(0.1, T_max=0)", "tMax is 0")]
    [InlineData("StepLR(optimizer, step_size=30, last_epoch=5)", "last_epoch")]
    [InlineData("LambdaLR(optimizer, lr_lambda=[lambda e: 1, lambda e: 2])", "a schedule")]
    public void What_is_not_read_is_refused_with_a_message_that_says_why(string code, string said) =>
        Assert.Contains(said, Assert.Throws<ImportException>(() => Read(code)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scheduler_without_a_base_rate_asks_for_one() =>
        Assert.Contains(
            "--base-rate",
            Assert.Throws<ImportException>(() => ScheduleImport.PythonCode("StepLR(opt, 30)")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("[", 70)]
    [InlineData("-", 50_000)]
    [InlineData("not ", 20_000)]
    [InlineData("1**", 30_000)]
    [InlineData("lambda x: ", 9_000)]
    [InlineData("1 if 1 else ", 8_000)]
    [InlineData("f(", 40_000)]
    [InlineData("a.", 40_000)]
    public void Deep_nesting_is_refused_or_read_but_never_overflows_the_stack(string part, int times)
    {
        string code = string.Concat(Enumerable.Repeat(part, times)) + "1";

        Exception? refusal = Record.Exception(() => Read(code));

        Assert.True(refusal is null or ImportException, refusal?.ToString());
    }

    private static Imported Read(string code) => ScheduleImport.PythonCode(code, new ImportOptions { BaseRate = 0.1 });
}
