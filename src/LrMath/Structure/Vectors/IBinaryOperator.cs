namespace LrMath.Structure;

/// <summary>A function of two values.</summary>
internal interface IBinaryOperator
{
    TVector Invoke<TVector>(TVector left, TVector right)
        where TVector : struct, IVector<TVector>;
}
