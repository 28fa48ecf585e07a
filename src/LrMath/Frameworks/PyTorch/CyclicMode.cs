namespace LrMath.Frameworks;

/// <summary>How the height of <see cref="PyTorch.CyclicLR(double, double, int, int?, CyclicMode?, double, bool, double, double)"/>'s cycles
/// changes: PyTorch's <c>mode</c>, as a function.</summary>
/// <param name="cycleSteps">The length of a cycle in steps, up and down.</param>
/// <param name="gamma">The scheduler's <c>gamma</c>.</param>
/// <returns>The share of the full height at each step; null is the full height at all of them.</returns>
public delegate Func<int, double>? CyclicMode(int cycleSteps, double gamma);
