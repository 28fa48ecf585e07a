namespace LrMath.Structure;

/// <summary>An equation of the step, written once for a single step and for lanes of neighbouring steps.</summary>
internal interface IFormula
{
    /// <summary>The value at <paramref name="step"/>, a whole number not below zero.</summary>
    TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector>;
}
