using LrMath.Training;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Random;
using Xunit;

namespace LrMath.Tests.Training;

public class ModelTests
{
    [Theory]
    [InlineData(5, 4)]
    [InlineData(5, 7, 3)]
    [InlineData(9, 6, 5, 4)]
    public void The_gradient_of_every_weight_is_that_of_finite_differences(params int[] sizes)
    {
        var random = new Xoshiro256StarStar(7, false);
        ImageSet images = RandomImages(sizes[0], sizes[^1], 6, random);
        var model = new Mlp(sizes, 6, random);
        int[] positions = [4, 0, 5, 2];
        model.Backward(images, positions);
        double[][] gradients = [.. model.Gradients.Select(g => (double[])g.Values.Clone())];

        for (int layer = 0; layer < gradients.Length; layer++)
        {
            double[] weights = model.Weights[layer].Values;
            for (int i = 0; i < weights.Length; i++)
            {
                const double h = 1e-6;
                double kept = weights[i];
                weights[i] = kept + h;
                double above = model.Backward(images, positions);
                weights[i] = kept - h;
                double below = model.Backward(images, positions);
                weights[i] = kept;
                Assert.True(
                    Math.Abs((above - below) / (2 * h) - gradients[layer][i]) <= 1e-8,
                    $"layer {layer}, weight {i}: {gradients[layer][i]}, finite differences {(above - below) / (2 * h)}"
                );
            }
        }
    }

    [Fact]
    public void The_products_are_those_of_MathNet()
    {
        var random = new Xoshiro256StarStar(3, false);
        DenseMatrix weights = Random(13, 10, random),
            inputs = Random(9, 6, random),
            deltas = Random(13, 6, random);
        inputs.Values[4] = inputs.Values[17] = 0;
        var extended = (DenseMatrix)inputs.InsertRow(9, DenseVector.Create(6, 1));

        var outputs = new DenseMatrix(13, 6);
        Products.Affine(weights, inputs, outputs, 6);
        AssertNear((DenseMatrix)weights.Multiply(extended), outputs);

        DenseMatrix gradient = Random(13, 10, random);
        Products.Outer(deltas, inputs, gradient, 6);
        AssertNear((DenseMatrix)deltas.TransposeAndMultiply(extended), gradient);

        var back = new DenseMatrix(9, 6);
        Products.Back(weights, deltas, inputs, back, 6);
        Matrix<double> all = weights.TransposeThisAndMultiply(deltas).SubMatrix(0, 9, 0, 6);
        AssertNear((DenseMatrix)all.PointwiseMultiply(inputs.Map(x => x > 0 ? 1.0 : 0.0)), back);
    }

    [Fact]
    public void A_partial_batch_leaves_the_other_columns_alone()
    {
        var random = new Xoshiro256StarStar(5, false);
        DenseMatrix weights = Random(4, 4, random),
            inputs = Random(3, 5, random),
            outputs = DenseMatrix.Create(4, 5, -7);
        Products.Affine(weights, inputs, outputs, 2);
        Assert.All(outputs.Values[8..], value => Assert.Equal(-7, value));
        Assert.DoesNotContain(-7, outputs.Values[..8]);
    }

    [Fact]
    public void Exponential_and_logarithm_are_within_a_few_ulp_of_the_machine_s()
    {
        var random = new Xoshiro256StarStar(11, false);
        for (int i = 0; i < 20_000; i++)
        {
            double x = -700 + 1400 * random.NextDouble();
            Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-15, 1 + 1e-15);
            double y = Math.Exp(x);
            Assert.InRange(PortableMath.Log(y) - Math.Log(y), -2e-16 - 4e-16 * Math.Abs(x), 2e-16 + 4e-16 * Math.Abs(x));
        }
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1000));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
    }

    [Fact]
    public void A_network_whose_weights_are_no_numbers_has_a_loss_that_is_none()
    {
        var random = new Xoshiro256StarStar(2, false);
        ImageSet images = RandomImages(4, 3, 5, random);
        var model = new Mlp([4, 6, 3], 5, random);
        model.Weights[0].Values.AsSpan().Fill(double.NaN);
        Assert.True(double.IsNaN(model.Backward(images, [0, 1])));
        Assert.True(double.IsNaN(model.Evaluate(images).Loss));
    }

    [Fact]
    public void A_new_head_keeps_the_body_and_nothing_of_the_head()
    {
        var random = new Xoshiro256StarStar(2, false);
        var model = new Mlp([4, 6, 3], 5, random);
        var next = (Mlp)model.WithNewHead(7, random);
        Assert.Equal(model.Weights[0].Values, next.Weights[0].Values);
        Assert.NotSame(model.Weights[0], next.Weights[0]);
        Assert.Equal(7, next.Weights[1].RowCount);
    }

    internal static ImageSet RandomImages(int pixels, int classes, int count, System.Random random) =>
        new(Random(pixels, count, random), [.. Enumerable.Range(0, count).Select(i => i % classes)]);

    private static DenseMatrix Random(int rows, int columns, System.Random random) =>
        DenseMatrix.Create(rows, columns, (_, _) => 2 * random.NextDouble() - 1);

    private static void AssertNear(DenseMatrix expected, DenseMatrix actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        for (int i = 0; i < expected.Values.Length; i++)
        {
            Assert.Equal(expected.Values[i], actual.Values[i], 1e-14);
        }
    }
}
