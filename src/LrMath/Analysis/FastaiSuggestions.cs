namespace LrMath.Analysis;

/// <summary>The suggestions that fastai's <c>lr_find</c> can give.</summary>
/// <param name="Valley">Its default, <see cref="FastaiFinder.Valley"/>.</param>
/// <param name="Slide"><see cref="FastaiFinder.Slide"/>.</param>
/// <param name="Minimum"><see cref="FastaiFinder.Minimum"/>.</param>
/// <param name="Steep"><see cref="FastaiFinder.Steep"/>.</param>
public sealed record FastaiSuggestions(Suggestion Valley, Suggestion Slide, Suggestion Minimum, Suggestion Steep);
