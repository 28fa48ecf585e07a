using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Piecewise;

/// <summary>Builders of pieces against the formula of their documentation, written the textbook's way and so a little less exact.</summary>
public class PieceFormulaLaws
{
    [Fact]
    public void Steps_and_pieces() =>
        Endless(
            (any, a) =>
            {
                int every = 1 + any.Next(50);
                int[] milestones = [.. Enumerable.Range(0, 3).Select(_ => any.Next(600)).Order()];
                Check(Schedule.Step(a, 0.3, every), t => a * Math.Pow(0.3, Math.Floor(t / every)));
                Check(Schedule.MultiStep(a, 0.3, milestones), t => a * Math.Pow(0.3, milestones.Count(m => m <= t)));
                Check(Schedule.Piecewise([a, 2, 3, 4], milestones), t => new[] { a, 2, 3, 4 }[milestones.Count(m => m <= t)]);
            }
        );
}
