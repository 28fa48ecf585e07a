namespace LrMath.Structure;

/// <summary>An equation of the step without an end.</summary>
internal sealed record FormulaNode<TFormula>(TFormula Formula) : ScheduleNode
    where TFormula : struct, IFormula
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Formula.At(new Lane1(step)).Value;
    }

    internal override void Fill(int first, Span<double> destination) => Ranges.Fill(Formula, first, destination);

    internal override void Fill(int first, Span<float> destination) => Ranges.Fill(Formula, first, destination);

    internal override void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination) =>
        Ranges.FoldSteps(fold, Formula, first, values, destination);
}
