using System.Globalization;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>sgdr_schedule</c>: several <see cref="WarmupCosineDecaySchedule"/> one after another, each from its own step
    /// 0.</summary>
    /// <param name="cosineKwargs">The arguments of each cycle, one or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cosineKwargs"/> or one of its elements is null.</exception>
    /// <exception cref="ArgumentException">There is no cycle, or an argument of a cycle is outside its range; the message names the
    /// cycle.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lengths of all cycles but the last are together over 2,147,483,647.</exception>
    /// <remarks>
    /// <code>boundaries = the running sums of DecaySteps (warm-ups counted in), the last one left out</code>
    /// The last cycle has no end: its value is held. Warm restarts with a rule for lengths and peaks instead of a list:
    /// <see cref="Schedule.CosineRestarts"/>. Lowered onto <see cref="Schedule.Sequential"/>. Loshchilov and Hutter, SGDR,
    /// arXiv:1608.03983.
    /// </remarks>
    /// <example><code>Optax.SgdrSchedule([new(0, 1, 2, 10), new(0, 0.5, 2, 20)])(12) == 0.5</code></example>
    public static Func<int, double> SgdrSchedule(IReadOnlyList<CosineKwargs> cosineKwargs)
    {
        Func<int, double>[] cycles = [.. Guard.List(cosineKwargs).Select(Cycle)];
        int[] boundaries = new int[cycles.Length - 1];
        for (int i = 0; i < boundaries.Length; i++)
        {
            boundaries[i] = Guard.Sum(
                i == 0 ? 0 : boundaries[i - 1],
                cosineKwargs[i].DecaySteps,
                new Subject(nameof(cosineKwargs), i, $".{nameof(CosineKwargs.DecaySteps)}")
            );
        }

        return Schedule.Sequential(cycles, boundaries);

        static Func<int, double> Cycle(CosineKwargs? cycle, int index)
        {
            if (cycle is null)
            {
                throw new ArgumentNullException(
                    nameof(cosineKwargs),
                    FormattableString.Invariant($"cosineKwargs[{index}] is null; legal are the arguments of a cycle.")
                );
            }

            try
            {
                return WarmupCosineDecaySchedule(
                    cycle.InitValue,
                    cycle.PeakValue,
                    cycle.WarmupSteps,
                    cycle.DecaySteps,
                    cycle.EndValue,
                    cycle.Exponent
                );
            }
            catch (ArgumentException refusal)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"cosineKwargs[{index}] is {cycle}: {refusal.Message}");
                throw new ArgumentException(message, nameof(cosineKwargs), refusal);
            }
        }
    }
}
