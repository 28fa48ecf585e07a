namespace LrMath.Structure;

/// <summary>A schedule at the pace of another one, which gives the share of its steps that is done.</summary>
internal sealed record ProgressNode(ScheduleNode Inner, ScheduleNode Progress, int Steps) : ScheduleNode(Inner, Progress)
{
    /// <summary>The whole step of a progress. A quotient of whole numbers that was rounded down is still the step it stands for.</summary>
    internal static int StepAt(double progress, int steps) =>
        double.IsNaN(progress) ? throw Guard.IllegalProgress(progress) : (int)Math.BitIncrement(Math.Clamp(progress, 0, 1) * steps);

    internal override int? Length { get; } = Inner.Length == 0 ? 0 : Progress.Length;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(StepAt(Progress.At(step), Steps));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) =>
        known switch
        {
            0 => (Progress, step),
            1 => (Inner, StepAt(joined.Value, Steps)),
            _ => null,
        };

    /// <summary>
    /// The start of the entry is kept at step 0 only: before a later step, the inner schedule may have been at this place already.
    /// </summary>
    internal override Entry Join(int step, int known, Entry joined, Entry part) => known == 0 || step == 0 ? part : Entry.At(part.Value);

    private protected override int FillRun(int first, Span<double> destination)
    {
        int count = Math.Min(Block, destination.Length);
        Span<double> progress = FitsOnStack ? stackalloc double[count] : new double[count];
        Progress.Fill(first, progress);
        for (int i = 0; i < count; i++)
        {
            destination[i] = Walk.ValueAt(Inner, StepAt(progress[i], Steps));
        }

        return count;
    }
}
