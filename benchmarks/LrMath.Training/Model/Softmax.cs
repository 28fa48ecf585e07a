namespace LrMath.Training;

/// <summary>Softmax and cross-entropy in one, from scores that may be large.</summary>
internal static class Softmax
{
    /// <summary>-log softmax(scores)[label]; <paramref name="delta"/> becomes its derivative by the scores.</summary>
    public static double Loss(ReadOnlySpan<double> scores, int label, Span<double> delta)
    {
        double top = scores[0];
        foreach (double score in scores)
        {
            top = Math.Max(top, score);
        }

        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            sum += delta[k] = PortableMath.Exp(scores[k] - top);
        }

        for (int k = 0; k < scores.Length; k++)
        {
            delta[k] /= sum;
        }

        delta[label] -= 1;
        return PortableMath.Log(sum) - (scores[label] - top);
    }
}
