using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    private static double[] PerGroup(
        IReadOnlyList<double>? values,
        int groups,
        double? standard = null,
        [CallerArgumentExpression(nameof(values))] string name = ""
    )
    {
        if (values is null && standard is { } same)
        {
            return [.. Enumerable.Repeat(same, groups)];
        }

        double[] copy = Guard.Numbers(values, name);
        Guard.Count(copy.Length, groups, "one for each parameter group", name);
        return copy;
    }
}
