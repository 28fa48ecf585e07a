using FsCheck;
using FsCheck.Xunit;
using LrMath.Plotting.Drawing;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Plotting;

public class TextMetricsTests
{
    [Cases(500)]
    public Property Wrapped_lines_fit_and_lose_nothing_but_spaces() =>
        Law.Over(
            from characters in Draw.List(Draw.OneOf("a", "W", " ", ",", ".", "0", "é", "学", "😀", "(", "_"), 0, 100)
            from width in Draw.Whole(15, 200)
            select (text: string.Concat(characters), width),
            c =>
            {
                List<string> lines = TextMetrics.Wrap(c.text, c.width, 12);
                Assert.All(lines, line => Assert.True(TextMetrics.Width(line, 12) <= c.width));
                Assert.DoesNotContain("", lines);
                Assert.Equal(c.text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
            }
        );

    [Property]
    public Property Shortened_texts_fit_and_end_in_an_ellipsis() =>
        Law.Over(
            from length in Draw.Whole(0, 60)
            from width in Draw.Whole(30, 300)
            select (text: new string('n', length), width),
            c =>
            {
                string shortened = TextMetrics.Shorten(c.text, c.width, 12);
                Assert.True(TextMetrics.Width(shortened, 12) <= c.width);
                Assert.True(shortened == c.text || shortened.EndsWith('…'));
            }
        );

    [Theory]
    [InlineData("Cosine(start:0.125,end:0)", 95, "Cosine(start:")]
    [InlineData("one two three", 60, "one two")]
    public void Lines_break_at_spaces_or_else_behind_punctuation_outside_numbers(string text, double width, string first) =>
        Assert.Equal(first, TextMetrics.Wrap(text, width, 12)[0]);
}
