using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MathNet.Numerics.Interpolation;

namespace LrMath.Data;

/// <summary>The splines of MathNet by name. Apart from all else, because to name the types is to load MathNet.</summary>
internal static class Splines
{
    private static readonly Type Type = typeof(Func<double[], double[], IInterpolation>);

    /// <summary>
    /// Each static method of MathNet that makes an interpolation of two lists, such as <c>cubicSpline.interpolateNaturalSorted</c>.
    /// </summary>
    internal static IReadOnlyDictionary<string, Delegate> ByName { get; } = All();

    internal static bool IsSpline(Type type) => type == Type;

    /// <summary>The name of a spline; null if it is none of MathNet's.</summary>
    internal static string? NameOf(Delegate spline) => ByName.FirstOrDefault(one => one.Value.Method == spline.Method).Key;

    private static Dictionary<string, Delegate> All()
    {
        Dictionary<string, Delegate> splines = new(StringComparer.Ordinal);
        Add<Barycentric>(splines);
        Add<BulirschStoerRationalInterpolation>(splines);
        Add<CubicSpline>(splines);
        Add<LinearSpline>(splines);
        Add<LogLinear>(splines);
        Add<NevillePolynomialInterpolation>(splines);
        Add<StepInterpolation>(splines);
        return splines;
    }

    private static void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        Dictionary<string, Delegate> splines
    )
        where T : IInterpolation
    {
        foreach (MethodInfo method in typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (
                method.GetParameters() is [{ ParameterType: Type x }, { ParameterType: Type y }]
                && x == typeof(double[])
                && y == typeof(double[])
                && method.ReturnType == typeof(T)
            )
            {
                splines.Add($"{Parameter.Camel(typeof(T).Name)}.{Parameter.Camel(method.Name)}", method.CreateDelegate(Type));
            }
        }
    }
}
