using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Import;
using Xunit;

namespace LrMath.Tests.Import;

/// <summary>What libraries save as JSON: configurations and states.</summary>
public class JsonImportTests
{
    [Fact]
    public void A_Keras_schedule_is_found_inside_an_optimizer_inside_a_model()
    {
        Func<int, double> read = ScheduleImport
            .Read(
                """
                {"class_name": "Functional", "config": {"name": "model"}, "compile_config": {"optimizer": {"class_name": "Adam", "config": {"name": "adam",
                 "learning_rate": {"module": "keras.optimizers.schedules", "class_name": "PolynomialDecay", "config": {"initial_learning_rate": 0.1,
                 "decay_steps": 100, "end_learning_rate": 0.01, "power": 2.0, "cycle": false, "name": "PolynomialDecay"}, "registered_name": null}}}}}
                """
            )
            .Schedule;

        Same(Keras.PolynomialDecay(0.1, 100, 0.01, 2), read);
    }

    [Fact]
    public void A_Keras_optimizer_with_a_number_is_a_constant() =>
        Same(
            Schedule.Constant(0.001),
            ScheduleImport.Read("""{"class_name": "SGD", "config": {"learning_rate": 0.001, "momentum": 0.9}}""").Schedule
        );

    [Fact]
    public void A_sequence_of_PyTorch_knows_where_it_stands()
    {
        Imported read = ScheduleImport.Read(
            """
            {"_milestones": [5], "last_epoch": 7, "_last_lr": [0.09972609476841367], "_schedulers": [
              {"start_factor": 0.1, "end_factor": 1.0, "total_iters": 5, "base_lrs": [0.1], "last_epoch": 4, "_step_count": 5, "_last_lr": [0.082]},
              {"T_max": 95, "eta_min": 0.0, "base_lrs": [0.1], "last_epoch": 2, "_step_count": 3, "_last_lr": [0.0998906859572]}]}
            """
        );

        Same(PyTorch.SequentialLR([PyTorch.LinearLR(0.1, 0.1, totalIters: 5), PyTorch.CosineAnnealingLR(0.1, 95)], [5]), read.Schedule);
        Assert.Equal(7, read.Step);
    }

    [Fact]
    public void The_parts_of_a_sequence_keep_their_own_base_rates()
    {
        Imported read = ScheduleImport.Json(
            """
            {"lr_schedulers": [{"_milestones": [5], "last_epoch": 7, "_schedulers": [
              {"start_factor": 0.5, "end_factor": 1.0, "total_iters": 5, "base_lrs": [0.1], "last_epoch": 5},
              {"_schedulers": [{"gamma": 0.9, "base_lrs": [0.02], "last_epoch": 2}, {"gamma": 0.5, "base_lrs": [0.02], "last_epoch": 2}]}]}]}
            """
        );

        Assert.Equal(7, read.Step);
        Assert.Equal(0.05, read.Schedule(0), 1e-15);
        Assert.Equal(0.02 * 0.45 * 0.45, read.Schedule(7), 1e-15);
    }

    [Fact]
    public void What_SWALR_leads_to_follows_from_its_last_rate()
    {
        const string State =
            """{"anneal_epochs": 10, "_anneal_strategy": "linear", "base_lrs": [0.1], "last_epoch": 5, "_last_lr": [0.075]}""";
        Imported read = ScheduleImport.Json(State);

        Assert.Equal(0.05, read.Schedule(10), 1e-15);
        Assert.Contains("swa_lr", Assert.Single(read.Notes), StringComparison.Ordinal);
        string atStart = State.Replace("\"last_epoch\": 5", "\"last_epoch\": 0", StringComparison.Ordinal);
        Assert.Contains(
            "optimizer's state",
            Assert.Throws<ImportException>(() => ScheduleImport.Json(atStart)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rate_that_somebody_changed_is_told() =>
        Assert.Contains(
            "The state says that the rate is 0.05 at step 3",
            ScheduleImport
                .Read("""{"step_size": 30, "gamma": 0.1, "base_lrs": [0.1], "last_epoch": 3, "_last_lr": [0.05]}""")
                .Notes.Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_checkpoint_tells_the_peak_of_a_one_cycle_and_its_momentum()
    {
        RateAndMomentum intended = PyTorch.OneCycleLR(0.3, totalSteps: 100, divFactor: 10, finalDivFactor: 100);
        Imported read = ScheduleImport.Read(
            OneCycle(
                intended,
                60,
                """[{"initial_lr": 0.03, "max_lr": 0.3, "min_lr": 0.0003, "max_momentum": 0.95, "base_momentum": 0.85}]"""
            )
        );

        Same(intended.Rate, read.Schedule, 1e-12);
        Same(intended.Momentum!, read.Momentum!, 1e-12);
    }

    [Fact]
    public void The_peak_of_a_one_cycle_follows_from_its_last_rate()
    {
        RateAndMomentum intended = PyTorch.OneCycleLR(0.3, totalSteps: 100, divFactor: 10);

        Same(intended.Rate, ScheduleImport.Read(OneCycle(intended, 12, null)).Schedule, 1e-12);
        Same(intended.Rate, ScheduleImport.Read(OneCycle(intended, 60, null)).Schedule, 1e-12);
        Assert.Contains(
            "optimizer's state",
            Assert.Throws<ImportException>(() => ScheduleImport.Read(OneCycle(intended, 0, null, 0.031))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_plateau_goes_on_where_it_stood()
    {
        Plateau policy = PyTorch.ReduceLROnPlateau(0.1, patience: 2);
        FeedbackLoop<PlateauState> loop = Schedule.Constant(0.1).Under(policy);
        double[] metrics = [3, 2, 2.5, 2.5, 2.5, 2.6, 2.6];
        for (int i = 0; i < 6; i++)
        {
            loop.Observe(metrics[i], afterStep: i);
        }

        Imported read = ScheduleImport.Read(
            """
            {"factor": 0.1, "patience": 2, "cooldown": 0, "cooldown_counter": 0, "mode": "min", "threshold": 0.0001, "threshold_mode": "rel", "best": 2,
             "num_bad_epochs": 1, "mode_worse": Infinity, "eps": 1e-08, "last_epoch": 6, "min_lrs": [0], "_last_lr": [0.010000000000000002]}
            """,
            new ImportOptions { BaseRate = 0.1 }
        );

        Assert.Equal(policy, read.Policy);
        Assert.Equal(loop.State, read.PolicyState! with { Level = loop.State.Level });
        Assert.Equal(loop.State.Level, read.PolicyState!.Level, 1e-15);
    }

    [Fact]
    public void DeepSpeeds_scheduler_section_is_read_with_the_optimizers_rate()
    {
        Imported read = ScheduleImport.Read(
            """
            {"train_batch_size": 8, "optimizer": {"type": "AdamW", "params": {"lr": 0.1}},
             "scheduler": {"type": "WarmupDecayLR", "params": {"total_num_steps": 100, "warmup_min_lr": 0, "warmup_max_lr": 0.1, "warmup_num_steps": 10, "warmup_type": "linear"}}}
            """
        );

        Same(Schedule.Linear(0.1, 0, 90).Warmup(10).Delay(1), read.Schedule);
    }

    [Theory]
    // 100 * 0.07 is 7.000000000000001 in doubles, and the trainer rounds up.
    [InlineData("\"lr_scheduler_type\": \"cosine\", \"learning_rate\": 0.1, \"max_steps\": 100, \"warmup_ratio\": 0.07", 8)]
    [InlineData("\"lr_scheduler_type\": \"cosine\", \"learning_rate\": 0.1, \"max_steps\": 100, \"warmup_ratio\": 0.06", 6)]
    [InlineData(
        "\"lr_scheduler_type\": \"cosine\", \"learning_rate\": 0.1, \"max_steps\": 100, \"warmup_ratio\": 0.071, \"warmup_steps\": 0",
        8
    )]
    [InlineData(
        "\"lr_scheduler_type\": \"SchedulerType.COSINE\", \"learning_rate\": 0.1, \"max_steps\": 100, \"warmup_steps\": 10, "
            + "\"warmup_ratio\": 0.5",
        10
    )]
    [InlineData("\"lr_scheduler_type\": \"cosine\", \"learning_rate\": 0.1, \"max_steps\": 100, \"warmup_steps\": 0.25", 25)]
    public void Training_arguments_give_the_warm_up_that_the_trainer_takes(string arguments, int warmup) =>
        Same(
            Transformers.GetCosineScheduleWithWarmup(0.1, warmup, 100),
            ScheduleImport.Read($$"""{ {{arguments}} , "seed": 42}""").Schedule
        );

    [Fact]
    public void Training_arguments_with_options_of_the_type_are_read() =>
        Same(
            Transformers.GetWsdSchedule(0.1, 10, 20, 100, minLrRatio: 0.1),
            ScheduleImport
                .Read(
                    """
                    {"learning_rate": 0.1, "lr_scheduler_type": "warmup_stable_decay", "lr_scheduler_kwargs": {"num_decay_steps": 20, "min_lr_ratio": 0.1},
                     "warmup_steps": 10, "max_steps": 100}
                    """
                )
                .Schedule
        );

    [Theory]
    [InlineData("""{"lr_scheduler_type": "linear", "learning_rate": 0.1}""", "--total-steps")]
    [InlineData("""{"lr_scheduler_type": "sawtooth", "learning_rate": 0.1, "max_steps": 10}""", "'sawtooth'")]
    [InlineData("""{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": "auto"}}}""", "'auto'")]
    [InlineData("""{"scheduler": {"type": "Warmup", "params": {}}}""", "legal is WarmupLR")]
    [InlineData("""{"scheduler": {"type": "WarmupLR", "params": {"warmup_steps": 5}}}""", "warmup_steps")]
    [InlineData("""{"class_name": "CosineDecay", "config": {"initial_learning_rate": 0.1}}""", "decay_steps is missing")]
    [InlineData("""{"class_name": "CosineDecay", "config": {"initial_learning_rate": "0.1", "decay_steps": 10}}""", "a finite number")]
    [InlineData("""{"class_name": "CosineDecay", "config": {"initial_learning_rate": NaN, "decay_steps": 10}}""", "a finite number")]
    [InlineData("""{"lr_lambdas": [null], "base_lrs": [0.1], "last_epoch": 3}""", "a Python function is not part of the state")]
    [InlineData("""{"last_epoch": 3, "base_lrs": [0.1]}""", "keys are those of no PyTorch scheduler")]
    [InlineData("""{"gamma": 0.9, "last_epoch": -1, "base_lrs": [0.1]}""", "last_epoch is -1")]
    [InlineData("""{"gamma": 0.9, "gamma": 0.8, "last_epoch": 1, "base_lrs": [0.1]}""", "gamma")]
    [InlineData("""{"a": 1}""", "none of what is read")]
    [InlineData("""{"a": """, "no JSON")]
    [InlineData("""{"a": 1} x""", "no JSON")]
    public void What_is_not_read_is_refused_with_a_message_that_says_why(string json, string said) =>
        Assert.Contains(said, Assert.Throws<ImportException>(() => ScheduleImport.Read(json)).Message, StringComparison.Ordinal);

    private static string OneCycle(RateAndMomentum intended, int step, string? groups, double? last = null)
    {
        string rate = (last ?? intended.Rate(step)).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        string state = $$"""
            {"total_steps": 100, "_schedule_phases": [{"end_step": 29.0, "start_lr": "initial_lr", "end_lr": "max_lr"},
             {"end_step": 99, "start_lr": "max_lr", "end_lr": "min_lr"}], "_anneal_func_type": "cos", "cycle_momentum": true,
             "base_lrs": [0.03], "last_epoch": {{step}}, "_last_lr": [{{rate}}]}
            """;
        return groups is null ? state : $$$"""{"scheduler": {{{state}}}, "optimizer": {"state": {}, "param_groups": {{{groups}}} } }""";
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_of_steps_below_one_is_refused(int steps)
    {
        const string Text = """{ "lr_scheduler_type": "linear", "learning_rate": 0.1, "warmup_steps": 0, "max_steps": -1 }""";
        ImportException refusal = Assert.Throws<ImportException>(() => ScheduleImport.Json(Text, new ImportOptions { TotalSteps = steps }));
        Assert.Contains($"TotalSteps is {steps}; legal is a whole number, one or more", refusal.Message, StringComparison.Ordinal);
    }

    private static void Same(Func<int, double> expected, Func<int, double> read, double tolerance = 0)
    {
        foreach (int step in Enumerable.Range(0, 200).Append(int.MaxValue))
        {
            Assert.True(
                Math.Abs(expected(step) - read(step)) <= tolerance * Math.Abs(expected(step)),
                $"step {step}: {expected(step):R} was expected, {read(step):R} was read"
            );
        }
    }
}
