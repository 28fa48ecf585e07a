using LrMath.Structure;

namespace LrMath;

/// <summary>Ranges of steps, the length, and the C# text of a schedule.</summary>
/// <remarks>
/// For every method: a schedule that is null throws <see cref="ArgumentNullException"/>, one that is a multicast delegate, <c>f + g</c>,
/// throws <see cref="ArgumentException"/>.
/// </remarks>
public static partial class Evaluation
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The values of a range of steps: <c>lr.Evaluate(a..b)[k] == lr(a + k)</c>, bit for bit.</summary>
        /// <param name="steps">The steps, from the first to the one after the last, both counted from the start; not from the end
        /// (<c>^1</c>).</param>
        /// <returns>A new array with as many values as steps.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The range is counted from the end, or ends before it starts.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <example><code>Schedule.Linear(1, 0, 4).Evaluate(0..5)[1] == 0.75</code></example>
        public double[] Evaluate(Range steps)
        {
            Guard.Schedule(schedule);
            double[] values = new double[Guard.Steps(steps)];
            schedule.Evaluate(steps.Start.Value, values);
            return values;
        }

        /// <summary>The values of a range of steps in single precision: <c>lr.EvaluateSingle(a..b)[k] == (float)lr(a + k)</c>, bit for
        /// bit.</summary>
        /// <param name="steps">The steps, from the first to the one after the last, both counted from the start; not from the end
        /// (<c>^1</c>).</param>
        /// <returns>A new array with as many values as steps.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The range is counted from the end, or ends before it starts.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>For tensors of 32 bits, such as the rates that a training graph reads. A value beyond the floats is an infinity, as in
        /// any conversion.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).EvaluateSingle(0..5)[1] == 0.75f</code></example>
        public float[] EvaluateSingle(Range steps)
        {
            Guard.Schedule(schedule);
            float[] values = new float[Guard.Steps(steps)];
            schedule.Evaluate(steps.Start.Value, values);
            return values;
        }

        /// <summary>Fills a span: <c>destination[k] = lr(firstStep + k)</c>, bit for bit, whatever the split. Nothing is allocated, except
        /// 32 bytes on .NET 8, and except where dozens of verbs are nested or the stack is short.</summary>
        /// <param name="firstStep">The step of the first value, 0 or more.</param>
        /// <param name="destination">Where the values go; its last step may be <see cref="int.MaxValue"/>. An empty one is left
        /// alone.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstStep"/> is negative, or so late that the last step is beyond
        /// <see cref="int.MaxValue"/>.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        public void Evaluate(int firstStep, Span<double> destination)
        {
            Guard.Schedule(schedule);
            Guard.Steps(firstStep, destination.Length);
            Fill(schedule, firstStep, destination);
        }

        /// <summary>Fills a span in single precision: <c>destination[k] = (float)lr(firstStep + k)</c>, bit for bit, whatever the split.
        /// Nothing is allocated, except 32 bytes on .NET 8, and except where dozens of verbs are nested or the stack is short.</summary>
        /// <param name="firstStep">The step of the first value, 0 or more.</param>
        /// <param name="destination">Where the values go; its last step may be <see cref="int.MaxValue"/>. An empty one is left
        /// alone.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstStep"/> is negative, or so late that the last step is beyond
        /// <see cref="int.MaxValue"/>.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        public void Evaluate(int firstStep, Span<float> destination)
        {
            Guard.Schedule(schedule);
            Guard.Steps(firstStep, destination.Length);
            Fill(schedule, firstStep, destination);
        }

        /// <summary>Fills a span at steps of any order: <c>destination[k] = lr(steps[k])</c>, bit for bit. Nothing is allocated, except 32
        /// bytes on .NET 8, and except at each step where hundreds of verbs are nested.</summary>
        /// <param name="steps">The steps, each 0 or more; they may repeat.</param>
        /// <param name="destination">Where the values go, of the same length.</param>
        /// <exception cref="ArgumentOutOfRangeException">A step is negative; then nothing is written.</exception>
        /// <exception cref="ArgumentException">The lengths differ, or the schedule is a multicast delegate.</exception>
        public void Evaluate(ReadOnlySpan<int> steps, Span<double> destination)
        {
            Guard.Schedule(schedule);
            Guard.Count(destination.Length, steps.Length, "one for each of the steps", nameof(destination));
            for (int i = 0; i < steps.Length; i++)
            {
                Guard.NonNegative(steps[i], new Subject(nameof(steps), i));
            }

            for (int i = 0; i < steps.Length; i++)
            {
                destination[i] = schedule(steps[i]);
            }
        }
    }

    private static void Fill(Func<int, double> schedule, int first, Span<double> destination)
    {
        if (schedule.Target is ScheduleNode node)
        {
            node.Fill(first, destination);
        }
        else
        {
            UserFunctionNode.Fill(schedule, first, destination);
        }
    }

    /// <summary>The values in single precision, converted block by block.</summary>
    private static void Fill(Func<int, double> schedule, int first, Span<float> destination)
    {
        Span<double> buffer = stackalloc double[Math.Min(ScheduleNode.Block, destination.Length)];
        while (!destination.IsEmpty)
        {
            Span<double> values = buffer[..Math.Min(buffer.Length, destination.Length)];
            Fill(schedule, first, values);
            VectorLoops.ConvertToSingle(values, destination);
            destination = destination[values.Length..];
            first = destination.IsEmpty ? first : first + values.Length;
        }
    }
}
