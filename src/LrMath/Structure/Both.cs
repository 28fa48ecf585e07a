using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Two maps, one after the other.</summary>
internal readonly struct Both<TFirst, TNext>(TFirst first, TNext next) : IMap
    where TFirst : struct, IMap
    where TNext : struct, IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Of<TLane>(TLane value)
        where TLane : struct, ILane<TLane> => next.Of(first.Of(value));
}
