using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LrMath.Training;

/// <summary>The bundled 8×8 digits: lines of 64 pixels from 0 to 16 and a label from 0 to 9.</summary>
public static class DigitsFile
{
    private const int Side = 8;
    private const int PixelCount = Side * Side;
    private const int Ink = 16;
    private const int Images = 1797;

    /// <summary>Where the build puts the copy that belongs to the project, whatever the working directory.</summary>
    public static string Bundled => Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz");

    /// <exception cref="BadDataException">The file is missing, damaged or cut short; the message names file and line.</exception>
    public static ImageSet Read(string path)
    {
        string[] lines = Encoding.UTF8.GetString(DataFile.ReadAll(path)).TrimEnd('\n', '\r').Split('\n');
        var pixels = new DenseMatrix(PixelCount, lines.Length);
        int[] labels = new int[lines.Length];
        for (int line = 0; line < lines.Length; line++)
        {
            string[] fields = lines[line].TrimEnd('\r').Split(',');
            if (fields.Length != PixelCount + 1)
            {
                throw new BadDataException($"{path}, line {line + 1}: {fields.Length} fields, expected {PixelCount} pixels and a label.");
            }

            for (int k = 0; k < PixelCount; k++)
            {
                pixels.Values[line * PixelCount + k] = Number(path, line, k, fields[k], Ink) / (double)Ink;
            }

            labels[line] = Number(path, line, PixelCount, fields[PixelCount], 9);
        }
        return lines.Length == Images
            ? new ImageSet(pixels, labels)
            : throw new BadDataException($"{path}, line {lines.Length}: the file ends here, expected {Images} lines.");
    }

    private static int Number(string path, int line, int field, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= most
            ? value
            : throw new BadDataException(
                $"{path}, line {line + 1}: {(field == PixelCount ? "the label" : $"pixel {field}")} is \"{text}\", expected a "
                    + $"whole number from 0 to {most}."
            );
}
