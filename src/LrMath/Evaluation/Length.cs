using LrMath.Structure;

namespace LrMath;

public static partial class Evaluation
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The length of the schedule, which is the first step of the value that it holds from then on: <c>lr(t) == lr(n)</c> for
        /// each step t from n on.</summary>
        /// <returns>
        /// A number of steps, 0 or more; null for a schedule that has no end or whose end is beyond step <see cref="int.MaxValue"/>, and
        /// for a function of your own, of which nothing is known. It is the length that the builders and verbs say, also where two ends are
        /// equal or a verb has flattened the last steps: <c>Cosine(0.1, 0.1, 50)</c> has 50. A constant has 0.
        /// </returns>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// With it a range shows all of a schedule: <c>lr.Evaluate(0..(lr.Length()!.Value + 1))</c>. Parts add up, as in <c>Warmup</c> and
        /// <c>Then</c>; of schedules that are combined step by step the longest counts, and one without an end leaves the combination
        /// without one. <c>OneCycle</c> and <c>RangeTest</c> give their end in the last of their steps, so their length is one less than
        /// that number. The schedule is not evaluated. ParameterSchedulers' length. A method, because C# before version 14 has no extension
        /// properties.
        /// </remarks>
        /// <example><code>Schedule.Cosine(0.1, 0, 9_500).Warmup(500).Length() == 10_000</code></example>
        public int? Length() => Guard.Node(schedule).Length;
    }
}
