namespace LrMath;

/// <summary>
/// What can be done with a schedule: extension methods on any <c>Func&lt;int, double&gt;</c>, ours or your own. Each returns a new
/// schedule and leaves the old one as it is; each keeps the conventions of <see cref="Schedule"/>.
/// </summary>
public static partial class Verbs;
