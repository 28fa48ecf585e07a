namespace LrMath.Analysis;

/// <summary>
/// Reads a learning-rate range test: rates and losses in, suggested rates out. Nothing trains here and nothing is remembered, so any
/// log of any framework will do, as will the losses of a run driven by <c>Schedule.RangeTest</c>.
/// </summary>
/// <remarks>
/// <para>A log is two spans of the same length: the rates, finite, positive and strictly rising, and the loss seen at each. Losses may be
/// anything. What follows the first loss that is NaN or infinite is not looked at: training was over there.</para>
/// <para>The suggestions work on the losses as they are given. Losses of single batches want
/// <see cref="Smooth(ReadOnlySpan{double}, ReadOnlySpan{double}, double?)"/> or <see cref="Blend"/>
/// first; <see cref="Suggest"/> does the usual steps in one call.</para>
/// <para>They go by the rates, however these are spaced: what counts points counts them at equal distances on the log axis, for which a log
/// that is spaced otherwise, linearly for example, is resampled. A loss that is lower than another by less than a millionth of itself has
/// not fallen: that much is rounding, in single precision.</para>
/// <para>Unlucky data (too short, never falling, NaN throughout) is an answer, a <see cref="Suggestion"/> with a reason; only illegal
/// arguments throw. The finders of other libraries, with their own trimming, precision and defaults, are <see cref="FastaiFinder"/>,
/// <see cref="TorchLrFinder"/> and <see cref="IgniteFinder"/>.</para>
/// </remarks>
public static partial class RateFinder;
