namespace LrMath.Structure;

/// <summary>An equation of the step without an end.</summary>
internal sealed record FormulaNode<TFormula>(TFormula Formula) : ScheduleNode
    where TFormula : struct, IFormula
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Formula.At(new Scalar(step)).Value;
    }

    private protected override int FillRun(int first, Span<double> destination) => Fill(Formula, first, destination);
}
