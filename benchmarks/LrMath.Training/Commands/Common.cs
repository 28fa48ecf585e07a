using System.CommandLine;
using System.Globalization;

namespace LrMath.Training;

/// <summary>Options and exit codes that the commands share.</summary>
internal static class Common
{
    public const int Success = 0;
    public const int BadInput = 2;
    public const int Interrupted = 130;

    public static Option<string?> Data { get; } =
        new("--data")
        {
            Description = "Folder of IDX files (MNIST, Fashion-MNIST …), gzipped or not. Without it: the bundled 8×8 digits.",
            HelpName = "DIR",
        };

    public static Option<int?> SplitSeed { get; } =
        new("--split")
        {
            Description =
                "One split of the digits into training, validation and test images, by this seed, for all runs. Without it: "
                + "one for each seed.",
            HelpName = "SEED",
        };

    public static Option<bool> Quick { get; } = new("--quick") { Description = "A small version of everything, under a minute." };

    public static Option<int?> Seeds { get; } = AtLeastOne("--seeds", "Runs of each contestant at its tuned rate.");

    public static Option<int?> TuningSeeds { get; } = AtLeastOne("--tuning-seeds", "Runs of each rate of the grid.");

    public static Option<int?> Threads { get; } =
        AtLeastOne("--threads", "Runs at the same time; changes no number. Default: all processors.");

    public static Option<string> Optimizer { get; } = OptimizerOption();

    public static Option<string> Model(IReadOnlyList<ModelChoice> models)
    {
        var option = new Option<string>("--model")
        {
            Description =
                "What is trained. The residual network is in benchmarks/LrMath.Training.TorchSharp, the same program with TorchSharp.",
            DefaultValueFactory = _ => models[0].Name,
        };
        option.AcceptOnlyFromAmong([.. models.Select(model => model.Name)]);
        return option;
    }

    public static ModelChoice ModelOf(ParseResult arguments, Option<string> option, IReadOnlyList<ModelChoice> models) =>
        models.First(model => model.Name == arguments.GetValue(option));

    public static Option<string> Out(string folder) =>
        new("--out")
        {
            Description = "Folder for report, pictures and finished runs; a second call goes on with what is there.",
            HelpName = "DIR",
            DefaultValueFactory = _ => folder,
        };

    public static Splits Read(ParseResult arguments) =>
        (arguments.GetValue(Data), arguments.GetValue(SplitSeed)) switch
        {
            ({ }, { }) => throw new BadDataException("--split is for the digits; a folder of IDX files has its own split."),
            ({ } folder, null) => Splits.Fixed(Split.OfIdx(folder)),
            (null, { } seed) => Splits.Fixed(Split.OfDigits(DigitsFile.Read(DigitsFile.Bundled), seed)),
            _ => Splits.OfDigits(),
        };

    public static Plan PlanOf(ParseResult arguments, ModelChoice model)
    {
        bool idx = arguments.GetValue(Data) is not null,
            quick = arguments.GetValue(Quick);
        Plan plan =
            model.Name == ModelChoice.PerceptronName
                ? quick
                    ? idx
                        ? Plan.QuickIdx
                        : Plan.Quick
                    : idx
                        ? Plan.Idx
                        : Plan.Digits
                : quick
                    ? Plan.QuickNetwork
                    : Plan.Network;
        return plan with
        {
            Seeds = arguments.GetValue(Seeds) ?? plan.Seeds,
            TuningSeeds = arguments.GetValue(TuningSeeds) ?? plan.TuningSeeds,
        };
    }

    public static OptimizerChoice OptimizerOf(ParseResult arguments) =>
        OptimizerChoice.All.First(choice => choice.Name == arguments.GetValue(Optimizer));

    public static int ThreadCount(ParseResult arguments) => arguments.GetValue(Threads) ?? Environment.ProcessorCount;

    /// <summary>Runs the work; bad input becomes one line on standard error and exit code 2.</summary>
    public static Task<int> Guarded(Func<int> work) =>
        Task.Run(() =>
        {
            try
            {
                return work();
            }
            catch (Exception e) when (e is BadDataException or ScheduleFailedException or IOException)
            {
                Console.Error.WriteLine(e.Message);
                return BadInput;
            }
        });

    private static Option<string> OptimizerOption()
    {
        var option = new Option<string>("--optimizer")
        {
            Description = "What the schedules drive.",
            DefaultValueFactory = _ => OptimizerChoice.All[0].Name,
        };
        option.AcceptOnlyFromAmong([.. OptimizerChoice.All.Select(choice => choice.Name)]);
        return option;
    }

    private static Option<int?> AtLeastOne(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
                && value < 1
            )
            {
                result.AddError($"{name} is {value}; it must be 1 or more.");
            }
        });
        return option;
    }
}
