namespace LrMath;

/// <summary>
/// Builders of schedules. A schedule is a <c>Func&lt;int, double&gt;</c>: the zero-based index of an optimizer update in, the value
/// that this update uses out. It is a learning rate in most cases, but momentum, weight decay or a temperature are scheduled the
/// same way.
/// </summary>
/// <remarks>
/// <para>What holds for every schedule that is built here:</para>
/// <list type="bullet">
/// <item>It is a pure function. It can be evaluated at any step, in any order, from any thread; resuming at step 7,000 is
/// <c>lr(7_000)</c>, with the bits of an uninterrupted run, at the cost of step 0.</item>
/// <item>A negative step throws <see cref="ArgumentOutOfRangeException"/>.</item>
/// <item>Intervals are half-open: a part of length n owns its own steps 0 … n - 1, and at its end the next part is evaluated at its
/// own step 0. No part is ever evaluated at a negative step.</item>
/// <item>A finite schedule holds its end from then on, up to <see cref="int.MaxValue"/>. Ends are the very numbers that were given.</item>
/// <item>A length of 0 means that the part is absent.</item>
/// <item>No legal schedule gives NaN or an infinity: a value beyond <see cref="double.MaxValue"/> is that value.</item>
/// <item>Whatever is illegal is refused when the schedule is built, by an <see cref="ArgumentException"/> that names the parameter, the
/// value and what is legal. NaN and infinities are never legal. Lists are copied.</item>
/// <item>A range has the bits of its steps, <c>lr.Evaluate(a..b)[k] == lr(a + k)</c>, however it is split, whatever the hardware.</item>
/// <item><c>f + g</c> on delegates compiles and means something else (a multicast delegate); every verb refuses it. The sum is
/// <c>f.Plus(g)</c>.</item>
/// </list>
/// <para>A function of your own, <c>step => 0.1 / (1 + step)</c>, is a schedule too, and all verbs take it.</para>
/// </remarks>
public static partial class Schedule;
