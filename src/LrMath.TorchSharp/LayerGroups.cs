using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace LrMath.TorchSharp;

/// <summary>
/// The parameters of a model by depth, as parameter groups for an optimizer: at most two for each layer, one that takes weight decay and
/// one that does not (biases and norms). A layer's rate comes from <c>lr.LayerDecay(layers.Layers, 0.75)</c>, or from any other list.
/// </summary>
/// <example><code>
/// var layers = LayerGroups.Of(model);
/// SGD optimizer = torch.optim.SGD(layers.Select(layer => new SGD.ParamGroup { Parameters = layer.Parameters }), 0, momentum: 0.9);
/// optimizer.Set(step, layers.Rates(lr.LayerDecay(layers.Layers, 0.75)), weightDecays: layers.WeightDecays(Schedule.Constant(5e-4)));
/// </code></example>
public sealed class LayerGroups : IReadOnlyList<LayerGroup>
{
    private readonly IReadOnlyList<LayerGroup> groups;

    private LayerGroups(int layers, IReadOnlyList<LayerGroup> groups) => (Layers, this.groups) = (layers, groups);

    /// <summary>The number of layers that have parameters, 1 or more.</summary>
    public int Layers { get; }

    /// <summary>The number of parameter groups: between <see cref="Layers"/> and twice as many.</summary>
    public int Count => groups.Count;

    /// <summary>The group at a position; groups of layer 0 come first.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public LayerGroup this[int index] => groups[index];

    /// <summary>
    /// The model's children as layers, in the order in which they are registered. A child without parameters (an activation, a pooling) is
    /// no layer; a child with children of its own, such as a stage of blocks, is one layer.
    /// </summary>
    /// <param name="model">A module of which each child is a layer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The model has no parameters, or some of its own, beside those of its children.</exception>
    public static LayerGroups Of(Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model, [.. model.named_children().Select(child => child.Item2)]);
    }

    /// <summary>The layers that are given, from the input to the output.</summary>
    /// <param name="model">The model; each of its parameters belongs to one of the layers. One that several layers share belongs to the
    /// first of them.</param>
    /// <param name="layers">Modules inside the model, or the model itself; one without parameters is no layer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/>, <paramref name="layers"/> or one of the layers is
    /// null.</exception>
    /// <exception cref="ArgumentException">The model has no parameters, or some that no layer has; they are named.</exception>
    public static LayerGroups Of(Module model, IReadOnlyList<Module> layers)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(layers);
        Dictionary<IntPtr, (string Name, Parameter Parameter)> left = [];
        foreach ((string name, Parameter parameter) in model.named_parameters())
        {
            left.TryAdd(parameter.Handle, (name, parameter));
        }

        if (left.Count == 0)
        {
            throw new ArgumentException("The model has no parameters; legal is one with at least one.", nameof(model));
        }

        List<LayerGroup> groups = [];
        int count = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            Module layer = layers[i] ?? throw new ArgumentNullException(nameof(layers), $"layers[{i}] is null; legal is a module.");
            List<(string Name, Parameter Parameter)> own = [];
            foreach ((string _, Parameter parameter) in layer.named_parameters())
            {
                if (left.Remove(parameter.Handle, out (string Name, Parameter Parameter) found))
                {
                    own.Add(found);
                }
            }

            if (own.Count == 0)
            {
                continue;
            }

            foreach (
                IGrouping<bool, (string Name, Parameter Parameter)> half in own.GroupBy(one => one.Parameter.dim() > 1)
                    .OrderByDescending(half => half.Key)
            )
            {
                groups.Add(new LayerGroup(count, half.Key, [.. half.Select(one => one.Name)], [.. half.Select(one => one.Parameter)]));
            }
            count++;
        }

        return left.Count == 0
            ? new LayerGroups(count, groups)
            : throw new ArgumentException(
                $"No layer has the parameter {string.Join(", ", left.Values.Select(one => one.Name))}; "
                    + "legal are layers that have all parameters of the model.",
                nameof(layers)
            );
    }

    /// <summary>The schedule of its layer for each group.</summary>
    /// <param name="byLayer">One schedule for each layer, layer 0 first, as <c>LayerDecay</c> gives them.</param>
    /// <returns>As many schedules as groups, for <c>optimizer.Set</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="byLayer"/> or one of its schedules is null.</exception>
    /// <exception cref="ArgumentException">There are not as many schedules as layers, or one is a multicast delegate.</exception>
    public IReadOnlyList<Func<int, double>> Rates(IReadOnlyList<Func<int, double>> byLayer)
    {
        ArgumentNullException.ThrowIfNull(byLayer);
        if (byLayer.Count != Layers)
        {
            throw new ArgumentException(
                $"There are {byLayer.Count} schedules and {Layers} layers; legal is one for each layer.",
                nameof(byLayer)
            );
        }

        for (int i = 0; i < byLayer.Count; i++)
        {
            Guard.Schedule(byLayer[i], nameof(byLayer), i);
        }

        return [.. groups.Select(group => byLayer[group.Layer])];
    }

    /// <summary>The weight decay for the groups that take it, and 0 for biases and norms.</summary>
    /// <param name="weightDecay">The weight decay, dimensionless, 0 or more.</param>
    /// <returns>As many schedules as groups, for <c>optimizer.Set</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weightDecay"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="weightDecay"/> is a multicast delegate.</exception>
    public IReadOnlyList<Func<int, double>> WeightDecays(Func<int, double> weightDecay)
    {
        Guard.Schedule(weightDecay, nameof(weightDecay));
        return [.. groups.Select(group => group.Decays ? weightDecay : Schedule.Constant(0))];
    }

    /// <inheritdoc/>
    public IEnumerator<LayerGroup> GetEnumerator() => groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
