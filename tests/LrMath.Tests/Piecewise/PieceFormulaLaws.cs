using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Piecewise;

/// <summary>Builders of pieces against the formula of their documentation, written the textbook's way and so a little less exact.</summary>
public class PieceFormulaLaws
{
    [Property(MaxTest = 30)]
    public Property Steps_and_pieces() =>
        Law.Over(
            from a in Value
            from every in Draw.Whole(1, 50)
            from places in Draw.List(Draw.Whole(0, 599), 3)
            select (a, every, milestones: places.Order().ToArray()),
            drawn =>
            {
                (double a, int every, int[] milestones) = drawn;
                Check(Schedule.Step(a, 0.3, every), t => a * Math.Pow(0.3, Math.Floor(t / every)));
                Check(Schedule.MultiStep(a, 0.3, milestones), t => a * Math.Pow(0.3, milestones.Count(m => m <= t)));
                Check(Schedule.Piecewise([a, 2, 3, 4], milestones), t => new[] { a, 2, 3, 4 }[milestones.Count(m => m <= t)]);
            }
        );
}
