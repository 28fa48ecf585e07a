using System.Runtime.CompilerServices;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges of compositions that contain a user's own function, beside a loop that calls it.</summary>
internal static class LambdaRows
{
    private const double MostOverLambda = 1.2;

    public static void Add(Race race, Buffers buffers)
    {
        double[] values = buffers.Doubles;
        int steps = values.Length;
        Subject[] lambdas =
        [
            new("step => 0.1 / (1 + step)", step => 0.1 / (1 + step)),
            new("step => a cosine", step => 0.05 * (1 + Math.Cos(Math.PI * step / steps))),
        ];

        race.Group("A range with a user's lambda inside beside a loop that calls the lambda, per value");
        foreach ((string name, Func<int, double> lambda) in lambdas)
        {
            Entrant loop = race.Add("calls", 4 * (long)steps, () => CallFromFourPlaces(lambda, values));
            Beside("alone", lambda);
            Beside("Scale", lambda.Scale(0.5));
            Beside("Warmup", lambda.Warmup(steps / 10));
            Beside("Scale, Offset, Clamp, Warmup", lambda.Scale(0.5).Offset(0.01).Clamp(0.001, 0.1).Warmup(steps / 10));

            void Beside(string verbs, Func<int, double> schedule) =>
                race.Row($"{name}: {verbs}", loop.Name, Goal.AtMost(MostOverLambda), race.Add(verbs, steps, () => schedule.Evaluate(0, values)), loop);
        }
    }

    /// <summary>Four copies of one loop: where its code happens to lie in memory is worth a sixth of its time.</summary>
    private static void CallFromFourPlaces(Func<int, double> lambda, double[] values)
    {
        Call<byte>(lambda, values);
        Call<short>(lambda, values);
        Call<int>(lambda, values);
        Call<long>(lambda, values);
    }

    /// <summary>The loop by hand; the runtime compiles it anew for each type.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call<TPlace>(Func<int, double> lambda, double[] values)
        where TPlace : struct
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = lambda(i);
        }
    }
}
