using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>One value at every step.</summary>
internal readonly struct ConstantFormula(double value) : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector> => TVector.Create(value);
}
