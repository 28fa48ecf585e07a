using TorchSharp.Modules;

namespace LrMath.TorchSharp;

/// <summary>The parameters of one layer that are treated alike: one parameter group of an optimizer.</summary>
/// <param name="Layer">The zero-based layer, 0 next to the input.</param>
/// <param name="Decays">
/// Whether they take weight decay: true for matrices and kernels, false for parameters with one dimension or none, which are biases and the
/// scales of norms.
/// </param>
/// <param name="Names">Their names in the model, such as <c>stage1.0.weight</c>.</param>
/// <param name="Parameters">The parameters, in the order of the names.</param>
public sealed record LayerGroup(int Layer, bool Decays, IReadOnlyList<string> Names, IReadOnlyList<Parameter> Parameters);
