using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A weight whose way is split in the middle, and whose halves are one expression: at shuffled steps a branch costs more than both.</summary>
internal interface IEither : IWeight
{
    /// <summary>What is done where <paramref name="isLeft"/> is 0, what is left where it is 1.</summary>
    TLane Either<TLane>(TLane q, double isLeft)
        where TLane : struct, ILane<TLane>;

    /// <summary>The first value where <paramref name="second"/> is 0, the other one where it is 1; both finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Choose<TLane>(TLane first, TLane other, double second)
        where TLane : struct, ILane<TLane> => TLane.Fma(other, TLane.Of(second), first * TLane.Of(1 - second));
}
