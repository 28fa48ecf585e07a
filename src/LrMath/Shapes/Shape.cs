using System.Diagnostics;

namespace LrMath;

/// <summary>
/// A way from one value to another: <c>shape(start, end, 0)</c> is the start, <c>shape(start, end, 1)</c> the end. Whatever in this
/// library needs a way from one value to another takes one; <see cref="Shapes"/> has the usual ones, and a formula of your own,
/// <c>(a, b, p) => a + (b - a) * p * p</c>, has the same rights.
/// </summary>
/// <param name="start">The value at progress 0, in the unit of what is scheduled.</param>
/// <param name="end">The value at progress 1.</param>
/// <param name="progress">The share of the way that is done, from 0 to 1.</param>
/// <returns>The value on the way. The built-in shapes take progress below 0 as 0 and above 1 as 1, and refuse NaN.</returns>
[DebuggerDisplay("{LrMath.Structure.Description.Of(this),nq}")]
public delegate double Shape(double start, double end, double progress);
