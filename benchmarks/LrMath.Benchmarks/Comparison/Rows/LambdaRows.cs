using System.Runtime.CompilerServices;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges of compositions that contain a user's own function, beside a loop that calls it and the range of the other
/// part.</summary>
internal static class LambdaRows
{
    private const double MostOverLambda = 1.2;
    private const int Places = 4;

    public static void Add(Race race, Buffers buffers)
    {
        double[] values = buffers.Doubles;
        int steps = values.Length;
        int half = steps / 2;
        Func<int, double> linear = Schedule.Linear(1, 0.5, steps);
        Func<int, double> constant = Schedule.Constant(0.001);
        Subject[] lambdas =
        [
            new("step => 0.1 / (1 + step)", step => 0.1 / (1 + step)),
            new("step => a cosine", step => 0.05 * (1 + Math.Cos(Math.PI * step / steps))),
        ];

        race.Group("A range with a user's lambda inside beside a loop that calls the lambda, per value");
        Entrant linearRange = race.Add("Linear", steps, () => linear.Evaluate(0, values));
        Entrant constantHalf = race.Add("Constant, half", steps, () => constant.Evaluate(0, values.AsSpan(0, half)));
        foreach ((string name, Func<int, double> lambda) in lambdas)
        {
            Entrant calls = Calls("calls", steps);
            Entrant halfCalls = Calls("half the calls", half);
            Beside("alone", lambda, calls);
            Beside("Scale", lambda.Scale(0.5), calls);
            Beside("Warmup", lambda.Warmup(steps / 10), calls);
            Beside("Scale, Offset, Clamp, Warmup", lambda.Scale(0.5).Offset(0.01).Clamp(0.001, 0.1).Warmup(steps / 10), calls);
            Beside("Chain with Linear", lambda.Chain(linear), calls, linearRange);
            Beside("Plus Linear", lambda.Plus(linear), calls, linearRange);
            Beside("Max with Linear", lambda.Max(linear), calls, linearRange);
            Beside("Then Constant", lambda.Then(constant, half), halfCalls, constantHalf);
            Beside("after Constant", constant.Then(lambda, half), halfCalls, constantHalf);

            Func<int, double> scaled = lambda.Scale(0.5);
            Judge("Scale, floats", race.Add("floats", steps, () => scaled.Evaluate(0, buffers.Floats)), calls);

            // The costs of all parts are per value of the whole, so that they can be summed.
            Entrant Calls(string what, int count) =>
                race.Add(what, Places * (long)steps, () => CallFromFourPlaces(lambda, values.AsSpan(0, count)));

            void Beside(string verbs, Func<int, double> schedule, params Entrant[] parts) =>
                Judge(verbs, race.Add(verbs, steps, () => schedule.Evaluate(0, values)), parts);

            void Judge(string verbs, Entrant ours, params Entrant[] parts) =>
                race.Row($"{name}: {verbs}", string.Join(" + ", parts.Select(part => part.Name)), Goal.AtMost(MostOverLambda), ours, parts);
        }
    }

    /// <summary>Four copies of one loop: where its code happens to lie in memory is worth a sixth of its time.</summary>
    private static void CallFromFourPlaces(Func<int, double> lambda, Span<double> values)
    {
        Call<byte>(lambda, values);
        Call<short>(lambda, values);
        Call<int>(lambda, values);
        Call<long>(lambda, values);
    }

    /// <summary>The loop by hand; the runtime compiles it anew for each type.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call<TPlace>(Func<int, double> lambda, Span<double> values)
        where TPlace : struct
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = lambda(i);
        }
    }
}
