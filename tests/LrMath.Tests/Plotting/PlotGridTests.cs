using FsCheck;
using LrMath.Plotting;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Plotting;

public class PlotGridTests
{
    [Cases(40)]
    public Property Texts_of_panels_never_leave_the_picture_nor_overlap() =>
        Law.Over(
            from panels in Draw.Whole(1, 9)
            from columns in Draw.Whole(1, 5)
            from captions in Draw.List(Draw.Whole(0, 160), 9)
            from width in Draw.Whole(160, 300)
            select (panels, columns, captions, width),
            c =>
                PlotTests.AssertReadable(
                    new PlotGrid("All the schedules", c.columns, [.. c.captions.Take(c.panels).Select(Panel)])
                    {
                        PanelWidth = c.width,
                    }.ToSvg()
                )
        );

    [Fact]
    public void Curves_of_a_row_stand_on_one_line()
    {
        var grid = new PlotGrid("", 3, [Panel(0), Panel(150), Panel(40)]);
        var clips = new Picture(grid.ToSvg()).Root.Descendants().Where(e => e.Name.LocalName == "svg").ToList();
        Assert.Equal(3, clips.Count);
        Assert.Single(clips.Select(clip => (clip.Attribute("y")!.Value, clip.Attribute("height")!.Value)).Distinct());
    }

    [Fact]
    public void The_size_is_that_of_the_panels()
    {
        var picture = new Picture(new PlotGrid("", 4, [.. Enumerable.Repeat(Panel(20), 20)]).ToSvg());
        Assert.Equal((960, 850), (picture.Width, picture.Height));
    }

    private static Plot Panel(int captionLength) =>
        new Plot("Cosine") { Caption = string.Concat(Enumerable.Repeat("Cosine(0.1,steps:9_500).", 7))[..captionLength], XTitle = "" }.Add(
            "Cosine",
            step => 0.1 * step,
            0..10_000
        );
}
