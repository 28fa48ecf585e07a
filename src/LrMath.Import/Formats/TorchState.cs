using System.Globalization;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Import.Libraries;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>What <c>scheduler.state_dict()</c> of PyTorch holds: the schedule, its base rates, and where it stands.</summary>
internal static class TorchState
{
    private static readonly PyTorchLibrary PyTorchFunctions = new();

    // The keys that tell one class from the others, and its arguments as the state names them.
    private static readonly (string Class, string[] Arguments)[] Classes =
    [
        ("StepLR", ["step_size", "gamma"]),
        ("MultiStepLR", ["milestones", "gamma"]),
        ("LinearLR", ["start_factor", "end_factor", "total_iters"]),
        ("ConstantLR", ["factor", "total_iters"]),
        ("PolynomialLR", ["total_iters", "power"]),
        ("CosineAnnealingLR", ["T_max", "eta_min"]),
        ("CosineAnnealingWarmRestarts", ["T_0", "T_mult", "eta_min"]),
        ("ExponentialLR", ["gamma"]),
    ];

    /// <summary>A scheduler's state, alone or in a checkpoint under its name.</summary>
    internal static PythonDictionary? Find(object? value) =>
        value switch
        {
            // A ChainedScheduler counts no steps of its own.
            PythonDictionary state when state.Has("last_epoch") || state.Has("_schedulers") => state,
            PythonDictionary { Items: var items } => items.Select(i => Find(i.Value)).FirstOrDefault(found => found is not null),
            IReadOnlyList<object?> list => list.Select(Find).FirstOrDefault(found => found is not null),
            _ => null,
        };

    internal static Imported Read(PythonDictionary root, ImportOptions options)
    {
        PythonDictionary state = Find(root)!;
        string? told = root["class"] as string;
        double? rate = root["rate"] is { } r and (long or double) ? Number(r) : null;
        return Read(state, told?.Split('.')[^1], rate, Groups(root), options);
    }

    // The optimizer's parameter groups, where the checkpoint has them beside the scheduler.
    private static PythonDictionary[] Groups(PythonDictionary root) =>
        [
            .. root
                .Items.Select(i => i.Value)
                .Prepend(root)
                .OfType<PythonDictionary>()
                .Select(d => d["param_groups"])
                .OfType<IReadOnlyList<object?>>()
                .SelectMany(list => list)
                .OfType<PythonDictionary>(),
        ];

    private static Imported Read(PythonDictionary state, string? told, double? rate, PythonDictionary[] groups, ImportOptions options)
    {
        string name = told ?? ClassOf(state);
        int step = StepOf(state);
        if (step < 0)
        {
            throw new ImportException($"last_epoch is {step}; legal is a whole number, zero or more.");
        }

        if (name == "ReduceLROnPlateau")
        {
            return ImportPlateau(state, step, groups, options);
        }

        double[] last =
            state["_last_lr"] is IReadOnlyList<object?> list ? [.. list.Select(v => NumberOf(v, "_last_lr"))]
            : rate is { } one ? [one]
            : [];
        double[] bases = BaseRates(state, options);
        var built = new RateAndMomentum[bases.Length];
        var notes = new List<string>();
        for (int i = 0; i < bases.Length; i++)
        {
            built[i] = Finish.Refused(name, () => Build(state, name, i, bases[i], step, i < last.Length ? last[i] : null, groups, notes));
            Compare(built[i].Rate, step, i < last.Length ? last[i] : null, notes);
        }

        return new Imported($"PyTorch {name}", built[0].Rate)
        {
            Momentum = built[0].Momentum,
            Step = step,
            Groups = [.. built.Select(b => b.Rate)],
            Notes = [.. notes.Distinct()],
        };
    }

    private static string ClassOf(PythonDictionary state) =>
        state.Has("_schedulers") ? (state.Has("_milestones") ? "SequentialLR" : "ChainedScheduler")
        : state.Has("_schedule_phases") ? "OneCycleLR"
        : state.Has("max_lrs") ? "CyclicLR"
        : state.Has("num_bad_epochs") ? "ReduceLROnPlateau"
        : state.Has("anneal_epochs") ? "SWALR"
        : state.Has("lr_lambdas") ? "LambdaLR"
        : Classes.FirstOrDefault(c => c.Arguments.All(state.Has)).Class
            ?? throw new ImportException(
                "The state has a last_epoch, but its keys are those of no PyTorch scheduler that is read: "
                    + string.Join(", ", state.Items.Select(i => Text.Of(i.Key)).Take(12))
            );

    private static RateAndMomentum Build(
        PythonDictionary state,
        string name,
        int group,
        double baseRate,
        int step,
        double? last,
        PythonDictionary[] groups,
        List<string> notes
    ) =>
        name switch
        {
            "OneCycleLR" => TorchOneCycle.Build(state, group, baseRate, step, last, groups.ElementAtOrDefault(group), notes),
            "CyclicLR" => Cyclic(state, group, baseRate),
            "SWALR" => new(Averaging(state, baseRate, step, last, groups.ElementAtOrDefault(group), notes), null),
            "LambdaLR" or "MultiplicativeLR" => throw new ImportException(
                $"{name}: a Python function is not part of the state. Read the line that builds it instead."
            ),
            "SequentialLR" => PyTorchLibrary.Joined(
                [.. Parts(state, group, groups, notes).Select(part => part.Build(part.BaseRate ?? baseRate))],
                Milestones(state)
            ),
            "ChainedScheduler" => new(
                PyTorch.ChainedScheduler(
                    baseRate,
                    [.. Parts(state, group, groups, notes).Select(part => (Func<double, Func<int, double>>)(rate => part.Build(rate).Rate))]
                ),
                null
            ),
            _ => ((RateScheduler)PyTorchFunctions.Call(name, Arguments(state, name))).Build(() => baseRate),
        };

    private static (string? Name, object? Value)[] Arguments(PythonDictionary state, string name)
    {
        string[] arguments =
            Classes.FirstOrDefault(c => c.Class == name).Arguments
            ?? throw new ImportException($"The state of {Text.Of(name)} is not read.");
        return
        [
            ("optimizer", null),
            .. arguments.Select(a =>
                (
                    (string?)a,
                    state.Has(a)
                        ? a == "milestones"
                            ? Counted(state[a])
                            : state[a]
                        : throw new ImportException($"{name}'s state has no {a}.")
                )
            ),
        ];
    }

    // MultiStepLR keeps its milestones in a Counter: position and how many times it was given.
    private static object? Counted(object? milestones) =>
        milestones is PythonDictionary counter
            ? (IReadOnlyList<object?>)
                [
                    .. counter.Items.SelectMany(item =>
                        Enumerable.Repeat<object?>(
                            item.Key is string text && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long at)
                                ? at
                                : throw new ImportException($"milestones has the key {Text.Of(item.Key)}; legal is a whole number."),
                            item.Value is long count and >= 0 and <= 1000
                                ? (int)count
                                : throw new ImportException($"milestones counts {Text.Of(item.Value)}; legal is a whole number, 0 to 1000.")
                        )
                    ),
                ]
            : milestones;

    // A part keeps its own state and base rates; its class follows from its keys.
    private static IEnumerable<(double? BaseRate, Func<double, RateAndMomentum> Build)> Parts(
        PythonDictionary state,
        int group,
        PythonDictionary[] groups,
        List<string> notes
    )
    {
        if (state["_schedulers"] is not IReadOnlyList<object?> parts)
        {
            throw new ImportException("_schedulers is no list.");
        }

        foreach (object? part in parts)
        {
            if (part is not PythonDictionary inner)
            {
                throw new ImportException($"_schedulers holds {Text.Of(part)}; legal is the state of a scheduler.");
            }

            string name = ClassOf(inner);
            int at = StepOf(inner);
            double? last =
                at >= 0 && inner["_last_lr"] is IReadOnlyList<object?> list && group < list.Count
                    ? NumberOf(list[group], "_last_lr")
                    : null;
            yield return (BaseRate(inner, group), rate => Build(inner, name, group, rate, Math.Max(at, 0), last, groups, notes));
        }
    }

    private static int[] Milestones(PythonDictionary state) =>
        state["_milestones"] is IReadOnlyList<object?> list
            ? [.. list.Select(m => m is long at ? (int)at : throw new ImportException("_milestones holds what is no whole number."))]
            : throw new ImportException("SequentialLR's state has no _milestones.");

    private static RateAndMomentum Cyclic(PythonDictionary state, int group, double baseRate)
    {
        double total = NumberOf(state["total_size"], "total_size");
        double up = Math.Round(total * NumberOf(state["step_ratio"], "step_ratio"));
        if (state["_scale_fn_custom"] is not null)
        {
            throw new ImportException(
                "CyclicLR: a scale_fn is a Python function and not part of the state. Read the line that builds it instead."
            );
        }

        CyclicMode mode = state["mode"] switch
        {
            "triangular" => CyclicModes.Triangular,
            "triangular2" => CyclicModes.Triangular2,
            "exp_range" => CyclicModes.ExpRange,
            var other => throw new ImportException($"mode is {Text.Of(other)}; legal is 'triangular', 'triangular2', 'exp_range'."),
        };
        double maximum =
            state["max_lrs"] is IReadOnlyList<object?> list && group < list.Count
                ? NumberOf(list[group], "max_lrs")
                : throw new ImportException("CyclicLR's state has no max_lrs.");
        bool hasMomentum =
            state["cycle_momentum"] is true
            && state["base_momentums"] is IReadOnlyList<object?> lows
            && state["max_momentums"] is IReadOnlyList<object?> highs
            && group < Math.Min(lows.Count, highs.Count);
        double Momentum(string name) => NumberOf(((IReadOnlyList<object?>)state[name]!)[group], name);
        double gamma = NumberOf(state["gamma"], "gamma");
        return hasMomentum
            ? PyTorch.CyclicLR(
                baseRate,
                maximum,
                (int)up,
                (int)(total - up),
                mode,
                gamma,
                baseMomentum: Momentum("base_momentums"),
                maxMomentum: Momentum("max_momentums")
            )
            : PyTorch.CyclicLR(baseRate, maximum, (int)up, (int)(total - up), mode, gamma, cycleMomentum: false);
    }

    // The state holds the length; the rate that it leads to stands in the optimizer's group, or follows from the last rate.
    private static Func<int, double> Averaging(
        PythonDictionary state,
        double baseRate,
        int step,
        double? last,
        PythonDictionary? parameters,
        List<string> notes
    )
    {
        int steps = Whole(state, "anneal_epochs");
        Shape shape = (state["_anneal_strategy"] ?? state["anneal_strategy"]) switch
        {
            "cos" or null => Shapes.Cosine,
            "linear" => Shapes.Linear,
            object other => throw new ImportException($"_anneal_strategy is {Text.Of(other)}; legal is 'cos', 'linear'."),
        };
        if (parameters?["swa_lr"] is { } told)
        {
            return PyTorch.SWALR(baseRate, NumberOf(told, "swa_lr"), steps, shape);
        }

        double atZero = PyTorch.SWALR(baseRate, 0, steps, shape)(step);
        double perUnit = PyTorch.SWALR(baseRate, 1, steps, shape)(step) - atZero;
        if (last is not { } rate || perUnit < 1e-3)
        {
            throw new ImportException(
                "The state of SWALR does not hold the rate that it leads to, and its last rate does not tell it at this step. "
                    + "Give the optimizer's state as well ({\"scheduler\": …, \"optimizer\": …}), or read the line that builds it."
            );
        }

        notes.Add("The state of SWALR does not hold the rate that it leads to (swa_lr): it follows from the last rate.");
        return PyTorch.SWALR(baseRate, TorchOneCycle.Rounded((rate - atZero) / perUnit), steps, shape);
    }

    private static Imported ImportPlateau(PythonDictionary state, int step, PythonDictionary[] groups, ImportOptions options)
    {
        double last =
            state["_last_lr"] is IReadOnlyList<object?> { Count: > 0 } list ? NumberOf(list[0], "_last_lr")
            : groups.Length > 0 ? NumberOf(groups[0]["lr"], "lr")
            : throw new ImportException("ReduceLROnPlateau's state tells no rate: _last_lr is missing.");
        double baseRate =
            options.BaseRate ?? (groups.Length > 0 && groups[0]["initial_lr"] is { } initial ? NumberOf(initial, "initial_lr") : last);
        double floor = state["min_lrs"] is IReadOnlyList<object?> { Count: > 0 } floors ? NumberOf(floors[0], "min_lrs") : 0;
        Arguments a = PlateauArguments.Bind([
            .. state.Arguments("state").Where(p => PlateauArguments.Parameters.Contains(p.Name!, StringComparer.Ordinal)),
        ]);
        return Finish.Refused(
            "ReduceLROnPlateau",
            () =>
            {
                Plateau policy = a.PlateauPolicy(PyTorch.ReduceLROnPlateau, baseRate, "eps", floor);
                double? best = state["best"] is { } value and (long or double) && double.IsFinite(Number(value)) ? Number(value) : null;
                var at = new PlateauState
                {
                    Level = last,
                    Best = best,
                    BadCount = a.Integer("num_bad_epochs"),
                    CooldownLeft = a.Integer("cooldown_counter"),
                };
                policy.Validate(at);
                return new Imported("PyTorch ReduceLROnPlateau", Schedule.Constant(baseRate))
                {
                    Step = step,
                    Policy = policy,
                    PolicyState = at,
                    Notes =
                        options.BaseRate is null && groups.Length == 0
                            ?
                            [
                                "The state does not hold the rate before the first reduction: the present rate is taken as "
                                    + "the base rate. --base-rate tells another.",
                            ]
                            : [],
                };
            }
        );
    }

    private static Signature PlateauArguments { get; } =
        Signature.Parse(
            "ReduceLROnPlateau(mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0, "
                + "eps=1e-8, num_bad_epochs=0, "
                + "cooldown_counter=0)"
        );

    private static double[] BaseRates(PythonDictionary state, ImportOptions options) =>
        state["base_lrs"] is IReadOnlyList<object?> { Count: > 0 } list ? [.. list.Select(v => NumberOf(v, "base_lrs"))]
        : FirstPart(state) is { } part ? BaseRates(part, options)
        : options.BaseRate is { } rate ? [rate]
        : throw new ImportException("The state has no base_lrs. Give the base rate (--base-rate).");

    // Of a part that sets its own rate, such as a cycle, it is another one than the optimizer's.
    private static double? BaseRate(PythonDictionary state, int group) =>
        state["base_lrs"] is IReadOnlyList<object?> list
            ? group < list.Count
                ? NumberOf(list[group], "base_lrs")
                : null
            : FirstPart(state) is { } part
                ? BaseRate(part, group)
                : null;

    private static int StepOf(PythonDictionary state) =>
        !state.Has("last_epoch") && FirstPart(state) is { } part ? StepOf(part) : Whole(state, "last_epoch");

    private static PythonDictionary? FirstPart(PythonDictionary state) =>
        state["_schedulers"] is IReadOnlyList<object?> { Count: > 0 } parts ? parts[0] as PythonDictionary : null;

    // The state's own last rate checks what was read: a difference is told, since somebody else has changed the rate.
    private static void Compare(Func<int, double> schedule, int step, double? last, List<string> notes)
    {
        if (last is { } rate && Math.Abs(schedule(step) - rate) > 1e-6 * Math.Max(Math.Abs(rate), Math.Abs(schedule(0)) * 1e-3))
        {
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The state says that the rate is {rate:R} at step {step}, where this schedule gives {schedule(step):R}: "
                        + $"another scheduler, or a change by hand, has played a part."
                )
            );
        }
    }

    private static int Whole(PythonDictionary state, string name) =>
        state[name] is long value and >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new ImportException($"{name} is {Text.Of(state[name])}; legal is a whole number.");

    internal static double NumberOf(object? value, string name) =>
        value is long or double ? Number(value) : throw new ImportException($"{name} is {Text.Of(value)}; legal is a number.");

    private static double Number(object value) => value is long whole ? whole : (double)value;
}
