namespace LrMath.Plotting;

/// <summary>Writes the values of consecutive steps: <c>destination[k]</c> becomes the value at step <c>first + k</c>.</summary>
/// <param name="first">Zero-based index of the first step.</param>
/// <param name="destination">Where the values go; its length says how many are wanted. All of it is to be written.</param>
/// <remarks>LrMath's own range evaluation has this form: <c>plot.Add("cosine", lr.Evaluate, 0..1_000_000)</c>.</remarks>
public delegate void RangeEvaluator(int first, Span<double> destination);
