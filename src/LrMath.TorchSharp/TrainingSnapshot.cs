using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrMath.TorchSharp;

/// <summary>Everything that training changes, as it was: model, modes, gradients, optimizer, and the random numbers of the CPU.</summary>
internal sealed class TrainingSnapshot : IDisposable
{
    private readonly OptimizerHelper optimizer;
    private readonly (Tensor Live, Tensor Saved)[] tensors;
    private readonly (Parameter Live, Tensor? Gradient, bool Required)[] parameters;
    private readonly (nn.Module Module, bool Training)[] modes;
    private readonly MemoryStream state = new();
    private readonly Tensor random;

    public TrainingSnapshot(nn.Module model, OptimizerHelper optimizer)
    {
        this.optimizer = optimizer;
        using (no_grad())
        {
            Parameter[] own = [.. model.parameters()];
            // A parameter that the optimizer trains may lie outside the model.
            Parameter[] trained = [.. optimizer.ParamGroups.OfType<ParamGroup>().SelectMany(group => group.Parameters)];
            Parameter[] all = [.. own.Concat(trained).DistinctBy(parameter => parameter.Handle)];
            Tensor[] buffers = [.. model.named_buffers(recurse: true, include_nonpersistent: true).Select(buffer => buffer.Item2)];
            tensors = [.. all.Concat(buffers).Select(live => (live, Copy(live)))];
            parameters = [.. all.Select(live => (live, GradientOf(live), live.requires_grad))];
            modes = [.. model.named_modules().Select(module => (module.Item2, module.Item2.training)).Prepend((model, model.training))];
            random = get_rng_state().DetachFromDisposeScope();
        }

        using BinaryWriter writer = new(state, System.Text.Encoding.UTF8, leaveOpen: true);
        optimizer.save_state_dict(writer);
    }

    public void Restore()
    {
        using (no_grad())
        {
            foreach ((Tensor live, Tensor saved) in tensors)
            {
                live.copy_(saved);
            }

            foreach ((Parameter live, Tensor? gradient, bool required) in parameters)
            {
                live.requires_grad = required;
                live.grad = gradient;
            }

            // Outer modules first: setting a mode sets that of all modules inside.
            foreach ((nn.Module module, bool training) in modes)
            {
                module.train(training);
            }

            set_rng_state(random);
        }

        state.Position = 0;
        using BinaryReader reader = new(state, System.Text.Encoding.UTF8, leaveOpen: true);
        optimizer.load_state_dict(reader);
        foreach (Tensor tensor in StateTensors())
        {
            tensor.DetachFromDisposeScope();
        }
    }

    public void Dispose()
    {
        foreach ((_, Tensor saved) in tensors)
        {
            saved.Dispose();
        }

        foreach ((_, Tensor? gradient, _) in parameters)
        {
            gradient?.Dispose();
        }

        random.Dispose();
        state.Dispose();
    }

    // Some states load into a new tensor, which belongs to the caller's dispose scope, if there is one, and would go with it.
    private IEnumerable<Tensor> StateTensors() =>
        from one in optimizer.state_dict().State
        from field in one.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)
        where field.FieldType == typeof(Tensor)
        let tensor = (Tensor?)field.GetValue(one)
        where tensor is not null
        select tensor;

    private static Tensor? GradientOf(Parameter live)
    {
        using Tensor? gradient = live.grad;
        return gradient is null ? null : Copy(gradient);
    }

    private static Tensor Copy(Tensor live) => live.detach().clone().DetachFromDisposeScope();
}
