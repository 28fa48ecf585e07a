using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LrMath.Training;

/// <summary>The split that the runs of a seed work on: one for all seeds, or one each.</summary>
public sealed class Splits
{
    private const int FirstDigitsSeed = 1998;

    private readonly ConcurrentDictionary<int, Lazy<Split>> made = new();
    private readonly Func<int, Split> make;

    private Splits(string name, bool same, Func<int, Split> make) => (Name, Same, this.make) = (name, same, make);

    public string Name { get; }

    /// <summary>Whether all seeds have the same images in the same parts.</summary>
    public bool Same { get; }

    /// <summary>
    /// The bundled digits, split anew by each seed. With few images the choice of those that test moves an accuracy more than anything that
    /// a schedule does; so it has to vary for an interval over seeds to mean something.
    /// </summary>
    public static Splits OfDigits()
    {
        ImageSet all = DigitsFile.Read(DigitsFile.Bundled);
        return new Splits("digits 8×8", false, seed => Split.OfDigits(all, FirstDigitsSeed + seed));
    }

    public static Splits Fixed(Split split) => new(split.Name, true, _ => split);

    public Split For(int seed) => made.GetOrAdd(seed, s => new Lazy<Split>(() => make(s))).Value;

    /// <summary>A short mark of the images of one seed, so that runs on other data are not taken for these.</summary>
    public string Mark()
    {
        Split split = For(1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ImageSet set in new[] { split.Train, split.Validation, split.Test })
        {
            hash.AppendData(MemoryMarshal.AsBytes(set.Pixels.Values.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(set.Labels.AsSpan()));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }
}
