using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrMath.TorchSharp.Tests;

/// <summary>Everything that training changes, as text with the bits of every number.</summary>
internal static class Bits
{
    public static string[] Of(nn.Module model, OptimizerHelper optimizer) =>
        [
            .. model
                .named_parameters()
                .Select(one => $"{one.name} {Text(one.parameter)} gradient {Text(one.parameter.grad)} {one.parameter.requires_grad}"),
            .. model.named_buffers(recurse: true, include_nonpersistent: true).Select(one => $"{one.Item1} {Text(one.Item2)}"),
            .. model.named_modules().Select(one => $"{one.Item1} training {one.Item2.training}"),
            .. optimizer.state_dict().State.SelectMany((state, i) => Fields(state).Select(field => $"state {i} {field}")),
            .. optimizer.state_dict().Options.SelectMany((options, i) => Fields(options).Select(field => $"options {i} {field}")),
            "random " + Text(get_rng_state()),
        ];

    private static IEnumerable<string> Fields(object of) =>
        of.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            .Where(field => field.FieldType != typeof(Parameter))
            .Select(field => (field.Name, Value: field.GetValue(of)))
            .Concat(of.GetType().GetProperties().Select(property => (property.Name, Value: property.GetValue(of))))
            .Select(field => $"{field.Name} {(field.Value is Tensor tensor ? Text(tensor) : $"{field.Value:R}")}");

    private static string Text(Tensor? tensor) => tensor is null ? "none" : Convert.ToHexString(tensor.detach().contiguous().bytes);
}
