using Xunit;

namespace LrMath.Tests.Cli;

public class DescribeCommandTests
{
    [Fact]
    public void A_description_is_one_line_whatever_the_width_and_describes_itself()
    {
        string expression = "Cosine(0.1, 0, 9500).Warmup(500).Scale(0.5).Cooldown(20000, 1000).Chain(ExponentialDecay(1, 0.99))";
        CommandRun run = CommandRun.Of(new CommandRun.Terminal(Width: 40), "describe", expression);
        Assert.Equal(0, run.Code);
        string description = Assert.Single(run.Lines);
        Assert.Equal(run, CommandRun.Of("describe", description));
    }
}
