using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Recipes;

/// <summary>Phases are a path whose lengths are shares.</summary>
public class PhasesTests
{
    [Property]
    public Property Phases_are_the_path_through_the_rounded_ends_of_their_shares() =>
        Law.Over(
            Draw.Whole(0, 599),
            steps =>
            {
                (double, double)[] phases = [(5, 0.1), (75, 0.1), (20, 0.01)];
                IReadOnlyList<int> n = Schedule.Split(steps, 5, 75, 20);
                (double, double)[] knots = [(0, 0.05), (n[0], 0.1), (n[0] + n[1], 0.1), (steps, 0.01)];
                Same(Schedule.Phases(steps, 0.05, phases), Schedule.Path(knots));
                Shape[] ways = [Shapes.Linear, Shapes.Linear, Shapes.SquareRoot];
                Same(Schedule.Phases(steps, 0.05, phases, ways), Schedule.Path(knots, ways));
                Same(
                    Schedule.Phases(steps, 0.05, phases, ways),
                    Schedule.WarmupStableDecay(0.1, n[0], n[1], n[2], start: 0.05, end: 0.01, decayShape: Shapes.SquareRoot)
                );
            }
        );
}
