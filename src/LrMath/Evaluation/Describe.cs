using System.Diagnostics;
using LrMath.Structure;

[assembly: DebuggerDisplay("{LrMath.Evaluation.Describe(this),nq}", Target = typeof(Func<int, double>))]

namespace LrMath;

public static partial class Evaluation
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The C# expression that rebuilds the schedule, with the same bits, such as <c>Schedule.Cosine(0.1, 0,
        /// 9500).Warmup(500)</c>.</summary>
        /// <returns>
        /// The text, the same in every culture. Compile it with <c>using LrMath;</c>. Where the text has them, these are needed too: for
        /// splines <c>using LrMath.MathNet;</c> and <c>using MathNet.Numerics.Interpolation;</c>, for <c>PyTorch.MultiplicativeLR</c>
        /// <c>using LrMath.Frameworks;</c>, for <c>TorchLrFinder</c> <c>using LrMath.Analysis;</c>. A function or a shape of your own
        /// cannot be printed: it is shown as ‹lambda›, or ‹lambda Type.Method› if it has a name, and the text around it does not compile.
        /// </returns>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <example><code>Schedule.Constant(1).Warmup(5).Describe() == "Schedule.Constant(1).Warmup(5)"</code></example>
        public string Describe() => Description.Of(Guard.Schedule(schedule));
    }
}
