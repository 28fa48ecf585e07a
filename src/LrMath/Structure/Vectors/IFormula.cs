namespace LrMath.Structure;

/// <summary>An equation of the step, written once for single steps and for vectors of consecutive steps.</summary>
internal interface IFormula
{
    /// <summary>The value at <paramref name="step"/>, an integer not below zero.</summary>
    TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector>;
}
