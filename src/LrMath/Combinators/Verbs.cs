namespace LrMath;

/// <summary>
/// What can be done with a schedule: extension methods on any <c>Func&lt;int, double&gt;</c>, ours or your own. Each returns a new
/// schedule and leaves the old one as it is; each keeps the conventions of <see cref="Schedule"/>.
/// </summary>
/// <remarks>
/// For every verb: a schedule that is null, the first one or another, throws <see cref="ArgumentNullException"/>; one that is a multicast
/// delegate, <c>f + g</c>, throws <see cref="ArgumentException"/>. The message names the argument, and of a list the element.
/// </remarks>
public static partial class Verbs;
