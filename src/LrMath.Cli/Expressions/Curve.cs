using System.Globalization;

namespace LrMath.Cli.Expressions;

/// <summary>A schedule with the text it is known by. Every number taken from it is finite.</summary>
/// <param name="Name">The expression, or the title of a panel.</param>
/// <param name="Schedule">The schedule.</param>
internal sealed record Curve(string Name, Func<int, double> Schedule)
{
    /// <summary>The momentum that a scheduler drives beside the rate; null for none.</summary>
    public Func<int, double>? Momentum { get; init; }

    /// <summary>The value at one step.</summary>
    /// <exception cref="UserErrorException">The schedule throws there, or its value is not finite.</exception>
    public double At(int step)
    {
        double value;
        try
        {
            value = Schedule(step);
        }
        catch (Exception problem)
        {
            throw new UserErrorException($"the schedule throws at step {Text(step)}: {problem.Message}\n  {Name}", problem);
        }

        return double.IsFinite(value)
            ? value
            : throw new UserErrorException(
                $"the schedule is {value.ToString(CultureInfo.InvariantCulture)} at step {Text(step)}\n  {Name}"
            );
    }

    /// <summary>Writes the values from <paramref name="firstStep"/> on.</summary>
    /// <exception cref="UserErrorException">The schedule throws, or a value is not finite; the message names the step.</exception>
    public void Fill(int firstStep, Span<double> destination)
    {
        Exception? problem = null;
        try
        {
            Schedule.Evaluate(firstStep, destination);
            if (!destination.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
            {
                return;
            }
        }
        catch (Exception thrown)
        {
            // Which step it was is found below.
            problem = thrown;
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = At(firstStep + i);
        }

        if (problem is not null)
        {
            throw new UserErrorException($"{problem.Message}\n  {Name}", problem);
        }
    }

    private static string Text(int step) => step.ToString("N0", CultureInfo.InvariantCulture);
}
