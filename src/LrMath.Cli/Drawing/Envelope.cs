using LrMath.Cli.Expressions;

namespace LrMath.Cli.Drawing;

/// <summary>
/// The lowest and highest values of a curve in each of many equal parts of its steps: in each single step where there are no more than
/// <see cref="MostParts"/>. Of longer ranges, a value may be taken for one of the neighbouring part, which is far narrower than a dot.
/// </summary>
internal sealed class Envelope
{
    /// <summary>Into how many parts the steps are divided at most.</summary>
    public const int MostParts = 1 << 16;

    private const int BlockLength = 4096;
    private const int ReportEvery = 1 << 20;

    private readonly StepRange steps;
    private readonly Extremes[] parts;

    /// <summary>Evaluates a curve, every step once.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="evaluated">Called from time to time with how many more steps have been evaluated.</param>
    /// <exception cref="UserErrorException">The schedule throws, or a value is not finite; the message names the step.</exception>
    public Envelope(Curve curve, StepRange steps, Action<int>? evaluated = null)
    {
        this.steps = steps;
        parts = new Extremes[Math.Min(MostParts, steps.Count)];
        double[] buffer = new double[Math.Min(BlockLength, steps.Count)];
        (int part, int next, int unreported) = (-1, steps.First, 0);
        foreach (StepRange block in steps.Blocks(buffer.Length))
        {
            Span<double> values = buffer.AsSpan(0, block.Count);
            curve.Fill(block.First, values);
            for (int i = 0; i < values.Length; i++)
            {
                int step = block.First + i;
                if (step == next)
                {
                    part++;
                    next = (int)(steps.First + ((part + 1L) * steps.Count / parts.Length));
                    parts[part] = Extremes.Of(values[i], step);
                }
                else
                {
                    parts[part] = parts[part].Including(values[i], step);
                }
            }
            unreported += block.Count;
            if (unreported >= ReportEvery)
            {
                evaluated?.Invoke(unreported);
                unreported = 0;
            }
        }
        Whole = Between(0, parts.Length - 1);
    }

    /// <summary>The extremes of all steps.</summary>
    public Extremes Whole { get; }

    /// <summary>
    /// The extremes of the steps that a dot column stands for; where there are fewer steps than columns, a step spans several.
    /// </summary>
    public Extremes OfPart(int column, int columns)
    {
        long first = (long)column * steps.Count / columns;
        long last = ((long)(column + 1) * steps.Count - 1) / columns;
        return Between(PartOf(first), PartOf(last));
    }

    // The part that holds a step, counted from the first.
    private int PartOf(long step) => (int)(((step + 1) * parts.Length - 1) / steps.Count);

    private Extremes Between(int first, int last)
    {
        Extremes found = parts[first];
        for (int i = first + 1; i <= last; i++)
        {
            found = found.Including(parts[i]);
        }

        return found;
    }
}
