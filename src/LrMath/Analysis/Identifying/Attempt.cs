namespace LrMath.Analysis.Identifying;

/// <summary>A form with a first guess of its arguments.</summary>
/// <param name="Form">The form.</param>
/// <param name="Guess">One number for each argument.</param>
/// <param name="Free">Which arguments are to be fitted; the others are what the guess says.</param>
internal sealed record Attempt(Form Form, double[] Guess, bool[] Free);
