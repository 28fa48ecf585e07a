namespace LrMath;

/// <summary>
/// The usual ways from one value to another. Each is a <see cref="Shape"/>: pass it to <see cref="Schedule.Ramp"/>,
/// <see cref="Schedule.OneCycle"/>, <c>Warmup</c> and all others that take one. They count from the nearer end, so that no digits are
/// lost where little of the way is done, nor where little of it is left.
/// </summary>
public static partial class Shapes;
