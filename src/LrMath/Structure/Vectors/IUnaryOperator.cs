namespace LrMath.Structure;

/// <summary>A function of one value.</summary>
internal interface IUnaryOperator
{
    TVector Invoke<TVector>(TVector value)
        where TVector : struct, IVector<TVector>;
}
