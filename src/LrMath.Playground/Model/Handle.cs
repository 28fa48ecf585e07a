using System.Globalization;

namespace LrMath.Playground.Model;

/// <summary>A point of the plot by which an argument of a curve is dragged.</summary>
/// <param name="Part">Which call of the schedule has the argument: 0 is the builder, 1 the first verb.</param>
/// <param name="Call">The name of the call.</param>
/// <param name="Parameter">The name of the parameter.</param>
/// <param name="Kind">How the argument is moved.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Step">The step of the curve where it is reached.</param>
/// <param name="Value">The value of the curve there.</param>
public sealed record Handle(int Part, string Call, string Parameter, string Kind, bool IsWhole, double Argument, int Step, double Value)
{
    /// <summary>From a step of the curve to the step of the call that is evaluated there; null if none is.</summary>
    internal Func<int, int?> Pace { get; init; } = step => step;

    /// <summary>Where the argument begins, in steps of its call.</summary>
    internal double From { get; init; }

    /// <summary>How many steps one of the argument is: 1, or the length that it is a share of.</summary>
    internal double Unit { get; init; } = 1;

    /// <summary>Whether it moves along the steps; otherwise it moves the value.</summary>
    public bool MovesStep => Kind is nameof(KnobKind.Steps) or nameof(KnobKind.Fraction);

    /// <summary>The name of the element.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"handle-{Part}-{Parameter}");

    /// <summary>The argument that brings it to a step; null if the call is not evaluated there.</summary>
    /// <param name="step">A step of the curve.</param>
    /// <param name="grain">Steps that the eye does not tell apart: whole arguments are multiples of it.</param>
    public Literal? AtStep(int step, int grain)
    {
        if (Pace(Math.Max(0, step)) is not { } own)
        {
            return null;
        }

        double argument = Math.Max(0, (own - From) / Unit);
        return Unit != 1 ? Of(Math.Round(Math.Min(argument, 1), 3)) : Of(Math.Max(1, Math.Round(argument / grain) * grain));
    }

    /// <summary>The argument that brings it to a value.</summary>
    /// <param name="value">A value of the curve.</param>
    /// <param name="grain">Values that the eye does not tell apart.</param>
    public Literal AtValue(double value, double grain)
    {
        // A verb after the call, such as Scale, has made another value of it; a floor of 0 may be reached between two steps.
        double argument =
            Argument == Value ? value
            : Argument == 0 || Value == 0 ? Argument + value - Value
            : Argument * value / Value;
        int digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(grain)), 0, 15);
        return Of(Math.Round(argument, digits) + 0.0);
    }

    /// <summary>The argument some notches further, as the arrow keys move a field.</summary>
    /// <param name="notches">How many; below 0 the other way.</param>
    /// <param name="run">The length of the run in steps.</param>
    public Literal Stepped(int notches, int run)
    {
        double stepped = Scale.Of(Enum.Parse<KnobKind>(Kind), IsWhole, run, Argument).Stepped(Argument, notches);
        return Of(MovesStep ? Math.Max(0, stepped) : stepped);
    }

    private Literal Of(double argument) => Catalogue.Number(argument, IsWhole ? typeof(int) : typeof(double));
}
