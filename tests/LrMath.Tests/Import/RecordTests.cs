using System.Globalization;
using System.Text.Json;
using LrMath.Import;
using LrMath.Tests.Golden;
using Xunit;
using Arguments = LrMath.Tests.Golden.Arguments;

namespace LrMath.Tests.Import;

/// <summary>
/// The golden records of the libraries whose texts are read, written as such texts: a line of Python, a configuration, the state of a
/// scheduler. What is read from them gives the numbers that the library printed.
/// </summary>
public class RecordTests
{
    // Policies, which a line of numbers cannot be compared with, and a list of scales.
    private static readonly string[] NoSchedules =
    [
        "ReduceLROnPlateau",
        "reduce_on_plateau",
        "ReduceOnPlateau",
        "PlateauLRScheduler",
        "GreedyLR",
        "layer_decay",
    ];

    private static readonly string[] States =
    [
        "StepLR",
        "MultiStepLR",
        "ConstantLR",
        "LinearLR",
        "ExponentialLR",
        "PolynomialLR",
        "CosineAnnealingLR",
        "CosineAnnealingWarmRestarts",
        "CyclicLR",
        "OneCycleLR",
        "SWALR",
        "SequentialLR",
        "ChainedScheduler",
    ];

    private static readonly IReadOnlyDictionary<string, string> Modules = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["torch"] = "torch.optim.lr_scheduler.",
        ["optax"] = "optax.",
        ["keras"] = "keras.optimizers.schedules.",
        ["transformers"] = "transformers.",
        ["timm"] = "timm.scheduler.",
        ["paddle"] = "paddle.optimizer.lr.",
    };

    public static TheoryData<string, string> Lines => Names([.. Modules.Keys], name => !NoSchedules.Contains(name));

    public static TheoryData<string> KerasNames => [.. Names(["keras"], name => !NoSchedules.Contains(name)).Select(row => (string)row[1])];

    public static TheoryData<string> DeepSpeedNames => [.. Names(["deepspeed"], _ => true).Select(row => (string)row[1])];

    public static TheoryData<string> StateNames => [.. States];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_Python_has_the_numbers_of_the_record(string framework, string name) =>
        Compare(
            framework,
            name,
            r =>
            {
                string call = Call(
                    framework,
                    Modules[framework] + r.Name,
                    r.Args.Names.Select(argument => (argument, r.Args.Raw(argument)))
                );
                return ScheduleImport.PythonCode(call, new ImportOptions { BaseRate = r.BaseRateOrNull });
            }
        );

    [Theory]
    [MemberData(nameof(KerasNames))]
    public void A_configuration_of_Keras_in_a_saved_model_has_the_numbers_of_the_record(string name) =>
        Compare(
            "keras",
            name,
            r =>
                ScheduleImport.Json(
                    $$"""
                    {"class_name": "Functional", "config": {"name": "model", "layers": [{"class_name": "Dense", "config": {"units": 4} }]},
                     "compile_config": {"optimizer": {"module": "keras.optimizers", "class_name": "SGD", "config": {"name": "SGD",
                      "learning_rate": {"module": "keras.optimizers.schedules", "class_name": "{{r.Name}}", "config": {{Json(r.Args)}},
                       "registered_name": null}, "momentum": 0.9}, "registered_name": null}, "loss": "mse"} }
                    """
                )
        );

    [Theory]
    [MemberData(nameof(DeepSpeedNames))]
    public void A_configuration_of_DeepSpeed_has_the_numbers_of_the_record(string name) =>
        Compare(
            "deepspeed",
            name,
            r =>
                ScheduleImport.Json(
                    $$"""
                    {"train_batch_size": 8, "optimizer": {"type": "Adam", "params": {"lr": {{Number(r.BaseRate)}} } },
                     "scheduler": {"type": "{{r.Name}}", "params": {{Json(r.Args)}} } }
                    """
                )
        );

    [Theory]
    [MemberData(nameof(StateNames))]
    public void A_state_of_PyTorch_has_the_numbers_of_the_record(string name) =>
        Compare(
            "torch",
            name,
            r =>
            {
                double[] rates = [.. r.Field("lr").EnumerateArray().Select(rate => rate.GetDouble())];
                int at = r.Steps.Length / 3;
                string[] names = [.. r.Args.Names];
                Dictionary<string, JsonElement> arguments = names.ToDictionary(
                    argument => argument,
                    argument => r.Args.Raw(argument),
                    StringComparer.Ordinal
                );
                string state = State(r.Name, arguments, r.BaseRateOrNull ?? double.NaN, r.Steps[at], rates[at]);
                Imported read = ScheduleImport.Json(
                    $$"""{"epoch": 3, "optimizer": {{Group(r.Name, arguments)}}, "scheduler": {{state}} }"""
                );
                Assert.Equal(r.Steps[at], read.Step);
                return read;
            }
        );

    private static TheoryData<string, string> Names(string[] frameworks, Func<string, bool> counts)
    {
        var names = new TheoryData<string, string>();
        foreach ((string framework, string name) in GoldenFolder.Own.Value.Records.Select(r => (r.Framework, r.Name)).Distinct())
        {
            if (frameworks.Contains(framework) && counts(name))
            {
                names.Add(framework, name);
            }
        }

        return names;
    }

    private static void Compare(string framework, string name, Func<GoldenRecord, Imported> read)
    {
        var map = new RecordMap(framework);
        map.Record(name, record => Answer(record, read(record)));
        var judge = new Judge([map], Defect.All);
        Verdict[] verdicts = [.. GoldenFolder.Own.Value.Records.Where(r => r.Framework == framework && r.Name == name).Select(judge.Check)];
        Assert.NotEmpty(verdicts);
        string[] failed = [.. verdicts.Where(v => !v.Passed).Take(10).Select(v => v.ToString()!)];
        Assert.True(failed.Length == 0, string.Join('\n', failed));
    }

    // What timm would give at step 0, were it asked there: TimmRecords compares it.
    private static Answer Answer(GoldenRecord record, Imported read) =>
        record.Framework == "timm"
        && record.Quantities.FirstOrDefault(one => one.Name == "at0").Value is { ValueKind: JsonValueKind.Number } at0
            ? InteropRecords.Whole(read).With("at0", at0.GetDouble())
            : InteropRecords.Whole(read);

    private static string Call(string framework, string path, IEnumerable<(string Name, JsonElement Value)> arguments)
    {
        bool hasOptimizer =
            framework is "torch" or "transformers" or "timm"
            && path != "dict"
            && !path.EndsWith("ChainedScheduler", StringComparison.Ordinal);
        IEnumerable<string> given = arguments.Select(argument => $"{argument.Name}={Python(framework, argument.Name, argument.Value)}");
        return $"{path}({string.Join(", ", hasOptimizer ? given.Prepend("optimizer") : given)})";
    }

    private static string Python(string framework, string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.Null => "None",
            JsonValueKind.String when name == "lr_lambda" => "lambda t: "
                + value.GetString()!.Replace("sqrt", "math.sqrt", StringComparison.Ordinal),
            JsonValueKind.String => $"'{value.GetString()}'",
            JsonValueKind.Array when name == "boundaries_and_scales" => Braces(
                value.EnumerateArray().Select(pair => $"{pair[0].GetRawText()}: {pair[1].GetRawText()}")
            ),
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(item => Python(framework, name, item)))}]",
            JsonValueKind.Object when value.TryGetProperty("name", out JsonElement inner) => Call(
                framework,
                Modules[framework] + inner.GetString(),
                value.GetProperty("args").EnumerateObject().Select(argument => (argument.Name, argument.Value))
            ),
            JsonValueKind.Object => Call(framework, "dict", value.EnumerateObject().Select(item => (item.Name, item.Value))),
            _ => value.GetRawText(),
        };

    private static string Json(Arguments arguments) =>
        Braces(arguments.Names.ToArray().Select(name => $"\"{name}\": {arguments.Raw(name).GetRawText()}"));

    private static string Braces(IEnumerable<string> items) => $"{{{string.Join(", ", items)}}}";

    // What state_dict() holds: the attributes of the scheduler, those of its parts as a list.
    private static string State(string name, Dictionary<string, JsonElement> arguments, double baseRate, int step, double? last)
    {
        string[] own = name switch
        {
            "MultiStepLR" => [$"\"milestones\": {Counter(arguments["milestones"])}", $"\"gamma\": {arguments["gamma"].GetRawText()}"],
            "CyclicLR" => Cyclic(arguments),
            "OneCycleLR" => OneCycle(arguments),
            "SWALR" =>
            [
                $"\"anneal_epochs\": {arguments["anneal_epochs"].GetRawText()}",
                $"\"_anneal_strategy\": {arguments["anneal_strategy"].GetRawText()}",
            ],
            "SequentialLR" or "ChainedScheduler" => [],
            _ => [.. arguments.Select(argument => $"\"{argument.Key}\": {argument.Value.GetRawText()}")],
        };
        double first = name switch
        {
            "CyclicLR" => arguments["base_lr"].GetDouble(),
            "OneCycleLR" => arguments["max_lr"].GetDouble() / arguments["div_factor"].GetDouble(),
            _ => baseRate,
        };
        string lastRate = last is { } rate ? $", \"_last_lr\": [{Number(rate)}]" : "";
        if (name is not ("SequentialLR" or "ChainedScheduler"))
        {
            return Braces([.. own, $"\"base_lrs\": [{Number(first)}], \"last_epoch\": {step}, \"_step_count\": {step + 1}{lastRate}"]);
        }

        JsonElement[] parts = [.. arguments["schedulers"].EnumerateArray()];
        int[] milestones = name == "SequentialLR" ? [.. arguments["milestones"].EnumerateArray().Select(at => at.GetInt32())] : [];
        IEnumerable<string> states = parts.Select(
            (part, i) =>
                State(
                    part.GetProperty("name").GetString()!,
                    part.GetProperty("args").EnumerateObject().ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal),
                    baseRate,
                    name == "ChainedScheduler" ? step : Math.Max(0, step - (i == 0 ? 0 : milestones[i - 1])),
                    last: null
                )
        );
        string counted = name == "ChainedScheduler" ? "" : $"\"_milestones\": [{string.Join(", ", milestones)}], \"last_epoch\": {step}, ";
        return $"{{{counted}\"_schedulers\": [{string.Join(", ", states)}]{lastRate}}}";
    }

    // A Counter of Python.
    private static string Counter(JsonElement list) =>
        Braces(list.EnumerateArray().GroupBy(at => at.GetInt32()).Select(at => $"\"{at.Key}\": {at.Count()}"));

    private static string Phase((double End, string To) phase) => $"{{\"end_step\": {Number(phase.End)}, \"end_lr\": \"{phase.To}\"}}";

    private static string[] Cyclic(Dictionary<string, JsonElement> a)
    {
        double up = a["step_size_up"].GetDouble();
        double down = a["step_size_down"].ValueKind == JsonValueKind.Null ? up : a["step_size_down"].GetDouble();
        return
        [
            $"\"max_lrs\": [{a["max_lr"].GetRawText()}]",
            $"\"total_size\": {Number(up + down)}",
            $"\"step_ratio\": {Number(up / (up + down))}",
            $"\"mode\": {a["mode"].GetRawText()}",
            $"\"gamma\": {a["gamma"].GetRawText()}",
            "\"_scale_fn_custom\": null, \"scale_mode\": \"cycle\"",
            $"\"cycle_momentum\": {a["cycle_momentum"].GetRawText()}",
            $"\"base_momentums\": [{a["base_momentum"].GetRawText()}]",
            $"\"max_momentums\": [{a["max_momentum"].GetRawText()}]",
        ];
    }

    private static string[] OneCycle(Dictionary<string, JsonElement> a)
    {
        double total = a["total_steps"].GetDouble();
        double share = a["pct_start"].GetDouble();
        (double End, string To)[] phases = a["three_phase"].GetBoolean()
            ? [(share * total - 1, "max_lr"), (2 * share * total - 2, "initial_lr"), (total - 1, "min_lr")]
            : [(share * total - 1, "max_lr"), (total - 1, "min_lr")];
        return
        [
            $"\"total_steps\": {Number(total)}",
            $"\"_schedule_phases\": [{string.Join(", ", phases.Select(Phase))}]",
            $"\"_anneal_func_type\": {a["anneal_strategy"].GetRawText()}",
            $"\"cycle_momentum\": {a["cycle_momentum"].GetRawText()}, \"use_beta1\": false",
        ];
    }

    // The optimizer's parameter group, where a one-cycle and SWALR keep what their states do not hold.
    private static string Group(string name, Dictionary<string, JsonElement> a) =>
        name switch
        {
            "OneCycleLR" =>
                $$"""
                {"state": {}, "param_groups": [{"max_lr": {{a["max_lr"].GetRawText()}},
                 "min_lr": {{Number(a["max_lr"].GetDouble() / a["div_factor"].GetDouble() / a["final_div_factor"].GetDouble())}},
                 "max_momentum": {{a["max_momentum"].GetRawText()}}, "base_momentum": {{a[
                    "base_momentum"
                ].GetRawText()}}, "params": [0, 1]}]}
                """,
            "SWALR" => $$"""{"state": {}, "param_groups": [{"swa_lr": {{a["swa_lr"].GetRawText()}}, "params": [0]}]}""",
            _ => """{"state": {}, "param_groups": [{"lr": 0.1, "params": [0]}]}""",
        };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
