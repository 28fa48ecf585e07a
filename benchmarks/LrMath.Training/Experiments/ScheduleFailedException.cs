using System.Globalization;

namespace LrMath.Training;

/// <summary>A schedule that threw, or returned a value no optimizer can use, at a step of a training run.</summary>
public sealed class ScheduleFailedException : Exception
{
    private ScheduleFailedException(string message, Exception? inner)
        : base(message, inner) { }

    /// <summary>One that could not be made for a run.</summary>
    public static ScheduleFailedException NotBuilt(string name, double rate, int epochs, int stepsPerEpoch, Exception why) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Schedule '{name}' cannot be built for rate {rate} and {epochs} epochs of {stepsPerEpoch} updates: "
                    + $"{why.Message.ReplaceLineEndings(" ")}"
            ),
            why
        );

    /// <summary>
    /// The schedule with its failures named. Values are rounded to single precision: the last bit of a cosine or a power differs from one
    /// C library to the next, and rounding keeps it out of the weights, so that all machines train with the same rates.
    /// </summary>
    public static Func<int, double> Named(string name, Func<int, double> schedule) =>
        step =>
        {
            double value;
            try
            {
                value = schedule(step);
            }
            catch (Exception e)
            {
                throw new ScheduleFailedException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Schedule '{name}' threw {e.GetType().Name} at step {step}: {e.Message.ReplaceLineEndings(" ")}"
                    ),
                    e
                );
            }
            return float.IsFinite((float)value)
                ? (float)value
                : throw new ScheduleFailedException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Schedule '{name}' returned {value} at step {step}; a finite number is needed."
                    ),
                    null
                );
        };
}
