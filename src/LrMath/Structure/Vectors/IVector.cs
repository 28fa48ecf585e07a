namespace LrMath.Structure;

/// <summary>
/// A vector of doubles. A formula is written once against this interface, and the loop chooses the width. Arithmetic is one IEEE operation
/// per element; the operations on bits, <see cref="Exp2OfInteger"/> to <see cref="Lookup16"/>, are exact. So the width never shows in the
/// bits of a value. Names as in System.Runtime.Intrinsics.
/// </summary>
internal interface IVector<TSelf>
    where TSelf : struct, IVector<TSelf>
{
    /// <summary>The number of elements.</summary>
    static abstract int Count { get; }

    /// <summary>The same value in each element.</summary>
    static abstract TSelf Create(double value);

    /// <summary><paramref name="first"/>, first + 1, first + 2 …</summary>
    static abstract TSelf CreateSequence(double first);

    /// <summary>The elements that start at <paramref name="source"/>.</summary>
    static abstract TSelf Load(ref readonly double source);

    /// <summary>Writes the elements, starting at <paramref name="destination"/>.</summary>
    void Store(ref double destination);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    // With a number, which is the same for all elements: the compiler takes it out of a loop, which it does not do with a vector that a
    // formula makes of it.
    static abstract TSelf operator +(TSelf left, double right);

    static abstract TSelf operator -(TSelf left, double right);

    static abstract TSelf operator -(double left, TSelf right);

    static abstract TSelf operator *(TSelf left, double right);

    static abstract TSelf operator /(double left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    /// <summary><c>x·y + z</c>, rounded once: the same bits with and without hardware for it.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <inheritdoc cref="FusedMultiplyAdd(TSelf, TSelf, TSelf)"/>
    static abstract TSelf FusedMultiplyAdd(TSelf x, double y, TSelf z);

    /// <inheritdoc cref="FusedMultiplyAdd(TSelf, TSelf, TSelf)"/>
    static abstract TSelf FusedMultiplyAdd(TSelf x, double y, double z);

    static abstract TSelf Sqrt(TSelf x);

    static abstract TSelf Min(TSelf x, TSelf y);

    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The lesser of two, by one instruction: y if that is NaN. x must be a number, and the two not both zero.</summary>
    static abstract TSelf MinNative(double x, TSelf y);

    /// <summary>The greater of two, by one instruction: y if that is NaN. x must be a number, and the two not both zero.</summary>
    static abstract TSelf MaxNative(double x, TSelf y);

    /// <summary>2 to the power of an integer between -1022 and 1023, given in the low bits of <c>power + 1.5·2^52</c>.</summary>
    static abstract TSelf Exp2OfInteger(TSelf shiftedPower);

    /// <summary>The mantissa of a positive normal number, in [31/32, 31/16), and its power of two.</summary>
    static abstract TSelf Mantissa(TSelf x, out TSelf exponent);

    /// <summary>The number of the sixteenth of an octave in which a positive normal number lies, as bits. All sixteenths of all octaves
    /// are numbered in a row.</summary>
    static abstract TSelf SixteenthIndex(TSelf x);

    /// <summary>True if all elements of an index are the same, and that number.</summary>
    static abstract bool IsUniform(TSelf index, out nint same);

    /// <summary>The number at <paramref name="table"/> in the row index - <paramref name="first"/>, for rows of four numbers.</summary>
    static abstract TSelf Gather4(TSelf index, nint first, ref readonly double table);

    /// <summary>The entry of a table of 16 numbers for an index modulo 16.</summary>
    static abstract TSelf Lookup16(TSelf index, ref readonly double table);
}
