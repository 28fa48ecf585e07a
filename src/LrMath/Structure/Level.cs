using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>One value at every step.</summary>
internal readonly struct Level(double value) : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => TLane.Of(value);
}
