using LrMath.ClosedLoop;
using LrMath.Frameworks;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>The policies that carry a library's name have the defaults of that library's own signature.</summary>
public class PolicyPresetTests
{
    [Fact]
    public void Greedy_Transformers_has_the_defaults_of_GreedyLR()
    {
        Assert.Equal(
            (0.95, 10, 1e-6, 0, 0, 1e-3, 1.0, 500),
            (
                Greedy.Transformers.Factor,
                Greedy.Transformers.Patience,
                Greedy.Transformers.AbsoluteThreshold + Greedy.Transformers.RelativeThreshold,
                Greedy.Transformers.Cooldown,
                Greedy.Transformers.Warmup,
                Greedy.Transformers.Floor,
                Greedy.Transformers.Ceiling,
                Greedy.Transformers.ResetAfter
            )
        );
        Assert.Equal(Greedy.Transformers with { BaseRate = 0.3 }, Transformers.GreedyLR(0.3));
    }

    [Fact]
    public void The_plateau_policies_have_the_defaults_of_their_libraries()
    {
        Assert.Equal(Plateau.PyTorch with { BaseRate = 0.3 }, PyTorch.ReduceLROnPlateau(0.3));
        Assert.Equal(Plateau.Paddle with { BaseRate = 0.3 }, Paddle.ReduceOnPlateau(0.3));
        Assert.Equal(Plateau.Keras with { BaseRate = 0.3 }, Keras.ReduceLROnPlateau(0.3));
        Assert.Equal(Plateau.Optax, Optax.ReduceOnPlateau());
    }
}
