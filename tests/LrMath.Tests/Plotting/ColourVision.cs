using Xunit;

namespace LrMath.Tests.Plotting;

/// <summary>How different colours look, to readers with all three kinds of cones and to those who lack one.</summary>
internal static class ColourVision
{
    // Linear RGB to what is seen. Machado, Oliveira and Fernandes (2009), severity 1, for protanopia, deuteranopia and tritanopia; Viénot,
    // Brettel and Mollon (1999) for the first two.
    private static readonly (string Eye, double[,] Matrix)[] Eyes =
    [
        (
            "all cones",
            new[,]
            {
                { 1.0, 0, 0 },
                { 0, 1, 0 },
                { 0, 0, 1 },
            }
        ),
        (
            "protanopia, Machado",
            new[,]
            {
                { 0.152286, 1.052583, -0.204868 },
                { 0.114503, 0.786281, 0.099216 },
                { -0.003882, -0.048116, 1.051998 },
            }
        ),
        (
            "deuteranopia, Machado",
            new[,]
            {
                { 0.367322, 0.860646, -0.227968 },
                { 0.280085, 0.672501, 0.047413 },
                { -0.011820, 0.042940, 0.968881 },
            }
        ),
        (
            "tritanopia, Machado",
            new[,]
            {
                { 1.255528, -0.076749, -0.178779 },
                { -0.078411, 0.930809, 0.147602 },
                { 0.004733, 0.691367, 0.303900 },
            }
        ),
        (
            "protanopia, Viénot",
            new[,]
            {
                { 0.11238, 0.88762, 0 },
                { 0.11238, 0.88762, 0 },
                { 0.00401, -0.00401, 1 },
            }
        ),
        (
            "deuteranopia, Viénot",
            new[,]
            {
                { 0.29275, 0.70725, 0 },
                { 0.29275, 0.70725, 0 },
                { -0.02234, 0.02234, 1 },
            }
        ),
    ];

    public static void AssertDistinct(int[] colours, double least) =>
        Assert.All(
            Eyes,
            eye =>
            {
                (double L, double A, double B)[] seen = [.. colours.Select(colour => Lab(colour, eye.Matrix))];
                for (int i = 0; i < seen.Length; i++)
                {
                    for (int j = 0; j < i; j++)
                    {
                        Assert.True(
                            Distance(seen[i], seen[j]) >= least,
                            $"{eye.Eye}: #{colours[i]:x6} and #{colours[j]:x6} differ by {Distance(seen[i], seen[j]):F1}"
                        );
                    }
                }
            }
        );

    public static double Least(int[] colours) => Eyes.Min(eye => Distance(Lab(colours[0], eye.Matrix), Lab(colours[1], eye.Matrix)));

    /// <summary>CIEDE2000.</summary>
    public static double Distance((double L, double A, double B) one, (double L, double A, double B) two)
    {
        double meanChroma = (Length(one.A, one.B) + Length(two.A, two.B)) / 2;
        double stretch = 1 + 0.5 * (1 - Math.Sqrt(Math.Pow(meanChroma, 7) / (Math.Pow(meanChroma, 7) + Math.Pow(25, 7))));
        (double a1, double a2) = (one.A * stretch, two.A * stretch);
        (double chroma1, double chroma2) = (Length(a1, one.B), Length(a2, two.B));
        (double hue1, double hue2) = (Hue(a1, one.B), Hue(a2, two.B));
        bool grey = chroma1 * chroma2 == 0;
        double turn =
            grey ? 0
            : hue2 - hue1 > 180 ? hue2 - hue1 - 360
            : hue2 - hue1 < -180 ? hue2 - hue1 + 360
            : hue2 - hue1;
        double lightness = two.L - one.L,
            chroma = chroma2 - chroma1,
            hue = 2 * Math.Sqrt(chroma1 * chroma2) * Sin(turn / 2);

        (double meanL, double meanC) = ((one.L + two.L) / 2, (chroma1 + chroma2) / 2);
        double meanHue =
            grey ? hue1 + hue2
            : Math.Abs(hue1 - hue2) <= 180 ? (hue1 + hue2) / 2
            : hue1 + hue2 < 360 ? (hue1 + hue2 + 360) / 2
            : (hue1 + hue2 - 360) / 2;
        double t = 1 - 0.17 * Cos(meanHue - 30) + 0.24 * Cos(2 * meanHue) + 0.32 * Cos(3 * meanHue + 6) - 0.2 * Cos(4 * meanHue - 63);
        double rotation =
            -2
            * Math.Sqrt(Math.Pow(meanC, 7) / (Math.Pow(meanC, 7) + Math.Pow(25, 7)))
            * Sin(60 * Math.Exp(-Math.Pow((meanHue - 275) / 25, 2)));
        double l = lightness / (1 + 0.015 * Math.Pow(meanL - 50, 2) / Math.Sqrt(20 + Math.Pow(meanL - 50, 2)));
        double c = chroma / (1 + 0.045 * meanC),
            h = hue / (1 + 0.015 * meanC * t);
        return Math.Sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static (double L, double A, double B) Lab(int rgb, double[,] eye)
    {
        double[] seen = Times(eye, [Linear(rgb >> 16), Linear(rgb >> 8), Linear(rgb)]);
        double[,] toXyz =
        {
            { 0.4124564, 0.3575761, 0.1804375 },
            { 0.2126729, 0.7151522, 0.0721750 },
            { 0.0193339, 0.1191920, 0.9503041 },
        };
        double[] white = Times(toXyz, [1, 1, 1]);
        double[] xyz = [.. Times(toXyz, [.. seen.Select(v => Math.Clamp(v, 0, 1))]).Zip(white, (value, of) => Response(value / of))];
        return (116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]));

        static double Response(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => matrix[row, 0] * vector[0] + matrix[row, 1] * vector[1] + matrix[row, 2] * vector[2])];

    private static double Linear(int channel)
    {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : (Math.Atan2(b, a) * 180 / Math.PI + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);
}
