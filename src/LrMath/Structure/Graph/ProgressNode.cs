using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A schedule at the pace of another one, which gives the share of its steps that is done.</summary>
internal sealed record ProgressNode(ScheduleNode Inner, ScheduleNode Progress, int Steps) : ScheduleNode
{
    internal override bool IsStepByStep => Inner.IsStepByStep || Progress.IsStepByStep;

    /// <summary>The whole step of a progress. A quotient of whole numbers that was rounded down is still the step it stands for.</summary>
    internal static int StepAt(double progress, int steps) => double.IsNaN(progress)
        ? throw Guard.IllegalProgress(progress)
        : (int)Math.BitIncrement(Math.Clamp(progress, 0, 1) * steps);

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(StepAt(Progress.At(step), Steps));
    }

    /// <summary>Only at step 0 it is known that nothing of the inner schedule lies before.</summary>
    internal override Entry EntryAt(int step) => step == 0 ? Inner.EntryAt(StepAt(Progress.At(step), Steps)) : base.EntryAt(step);

    private protected override int FillRun(int first, Span<double> destination)
    {
        int count = Math.Min(Block, destination.Length);
        Span<double> progress = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[count] : new double[count];
        Progress.Fill(first, progress);
        for (int i = 0; i < count; i++)
        {
            destination[i] = Inner.At(StepAt(progress[i], Steps));
        }

        return count;
    }
}
