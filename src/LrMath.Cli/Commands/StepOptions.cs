using System.CommandLine;
using LrMath.Cli.Expressions;

namespace LrMath.Cli.Commands;

/// <summary>The options that say which steps are meant: <c>--from</c> and <c>--steps</c>.</summary>
internal sealed class StepOptions
{
    private const int StepsBeyondTheEnd = 100;

    private readonly Option<int?> from = WholeNumber.Option("--from", 0, "STEP", "The first step; 0 without it.");
    private readonly Option<int?> count = WholeNumber.Option(
        "--steps",
        1,
        "N",
        "How many steps. Without it: until the last schedule that ends has ended, or, if none ends, until their course is visible."
    );

    /// <summary>Adds both options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(from);
        command.Add(count);
    }

    /// <summary>The steps asked for, or as many as the curves are worth (see <see cref="Extent"/>).</summary>
    /// <exception cref="UserErrorException">
    /// There are no such steps; or an extent was looked for, and a schedule throws or is not finite.
    /// </exception>
    public StepRange Of(ParseResult parsed, IReadOnlyList<Curve> curves)
    {
        int first = parsed.GetValue(from) ?? 0;
        int end =
            parsed.GetValue(count) is { } asked ? first + asked
            : Extent.Of(curves) is var longest && longest > first ? longest
            : first + StepsBeyondTheEnd;
        return end > first
            ? new StepRange(first, end - first)
            : throw new UserErrorException($"the steps asked for go beyond {int.MaxValue - 1}, the last that can be shown");
    }
}
