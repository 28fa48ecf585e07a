using TorchSharp.Modules;
using IBetas = TorchSharp.torch.optim.IBetas;
using ILearningRateController = TorchSharp.torch.optim.ILearningRateController;
using IMomentum = TorchSharp.torch.optim.IMomentum;
using Optimizer = TorchSharp.torch.optim.Optimizer;

namespace LrMath.TorchSharp;

/// <summary>One parameter group of an optimizer: which hyper-parameters it has, and how they are set.</summary>
internal readonly record struct SettableGroup(Optimizer Optimizer, ILearningRateController Group)
{
    private OptimizerOptions? Options => (Group as ParamGroup)?.Options;

    public static SettableGroup[] Of(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return [.. optimizer.ParamGroups.Select(group => new SettableGroup(optimizer, group))];
    }

    /// <summary>Why a rate that is set now would have no effect, or null.</summary>
    public string? WhyNoRate =>
        Optimizer is Rprop ? "Rprop reads its rate when a group is added, and changes its step sizes by itself from then on" : null;

    /// <summary>Why there is no momentum, or null.</summary>
    public string? WhyNoMomentum => Group is IMomentum or IBetas ? null : $"{Optimizer.GetType().Name} has none, and no beta either";

    /// <summary>Why there is no weight decay, or null.</summary>
    public string? WhyNoWeightDecay =>
        Options
            is SGD.Options
                or Adam.Options
                or AdamW.Options
                or NAdam.Options
                or RAdam.Options
                or Adamax.Options
                or Adagrad.Options
                or Adadelta.Options
                or ASGD.Options
                or RMSProp.Options
            ? null
            : $"{Optimizer.GetType().Name} has none";

    /// <summary>What would be legal instead of this momentum, or null.</summary>
    public string? WhyIllegalMomentum(double momentum) =>
        Group switch
        {
            IBetas => momentum is >= 0 and < 1 ? null : "0 or more and less than 1, as it is the first beta",
            _ => OptimizerSchedules.IsNotNegative(momentum) ? null : "a finite number, 0 or more",
        };

    public void SetRate(double rate)
    {
        Group.LearningRate = rate;
        // The group of LBFGS is a copy; what its native step uses is set on the optimizer.
        if (Optimizer is LBFGS native)
        {
            native.LearningRate = rate;
        }
    }

    public void SetMomentum(double momentum)
    {
        if (Group is IBetas betas)
        {
            betas.Betas = (momentum, betas.Betas.Item2);
        }
        else
        {
            ((IMomentum)Group).Momentum = momentum;
        }
    }

    public void SetWeightDecay(double decay)
    {
        switch (Options)
        {
            case SGD.Options sgd:
                sgd.weight_decay = decay;
                break;
            case Adam.Options adam:
                adam.weight_decay = decay;
                break;
            case AdamW.Options adamW:
                adamW.weight_decay = decay;
                break;
            case NAdam.Options nadam:
                nadam.weight_decay = decay;
                break;
            case RAdam.Options radam:
                radam.weight_decay = decay;
                break;
            case Adamax.Options adamax:
                adamax.weight_decay = decay;
                break;
            case Adagrad.Options adagrad:
                adagrad.weight_decay = decay;
                break;
            case Adadelta.Options adadelta:
                adadelta.weight_decay = decay;
                break;
            case ASGD.Options asgd:
                asgd.weight_decay = decay;
                break;
            case RMSProp.Options rmsProp:
                rmsProp.weight_decay = decay;
                break;
        }
    }
}
