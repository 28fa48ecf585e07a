namespace LrMath.Frameworks;

/// <summary>
/// The schedulers of <c>paddle.optimizer.lr</c> under their own names, with their arguments in C# case and their defaults. Each gives
/// Paddle's number at every epoch.
/// </summary>
/// <remarks>
/// <para>A step is the count of <c>scheduler.step()</c> calls so far (Paddle's <c>last_epoch</c>): 0 for the rate that a new scheduler has.
/// If it is an epoch, put <c>.PerEpoch(stepsPerEpoch)</c> behind the schedule to evaluate it by updates.</para>
/// <para>Some of Paddle's compute each rate from the one before, so that rounding adds up (to 2e-10 of the value in 2,000 steps of a
/// cosine) and an end of 0 is missed by a hair. Here each value is the closed form.</para>
/// </remarks>
public static partial class Paddle;
