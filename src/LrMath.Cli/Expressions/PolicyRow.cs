namespace LrMath.Cli.Expressions;

/// <summary>What a policy made of one metric.</summary>
/// <param name="Scale">The scale after it.</param>
/// <param name="Rate">The rate of the step that follows: schedule times scale.</param>
/// <param name="Best">The best metric so far, if the policy tells.</param>
/// <param name="Bad">How many bad ones in a row it counts, if it tells.</param>
/// <param name="Changed">Whether the scale is another than before.</param>
/// <param name="Event">What happened, in a word.</param>
internal readonly record struct PolicyRow(double Scale, double Rate, double? Best, int? Bad, bool Changed, string Event);
