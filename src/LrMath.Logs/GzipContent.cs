using System.Buffers.Binary;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace LrMath.Logs;

/// <summary>
/// What a gzip file holds (RFC 1952), of one member or of several, each checked against its trailer. .NET's GZipStream gives what a file
/// that is cut short begins with, and ignores what follows the last member.
/// </summary>
/// <param name="file">The gzip file from its beginning; disposed with this stream.</param>
internal sealed class GzipContent(Stream file) : Stream
{
    private const string CutShort = "it is cut short: its gzip data have no end";
    private const string Trailing = "something that is not gzip data follows its gzip data";
    private const int Deflate = 8;

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly Inflater inflater = new(noHeader: true);
    private readonly Crc32 checksum = new();
    private int next;
    private int end;
    private bool within;
    private bool any;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is cut short or damaged, or something follows its last member.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            if (!within && !BeginMember())
            {
                return 0;
            }

            int inflated = Inflate(buffer, offset, count);
            checksum.Update(new ArraySegment<byte>(buffer, offset, inflated));
            if (inflater.IsFinished)
            {
                EndMember();
            }

            if (inflated > 0)
            {
                return inflated;
            }
        }
        return 0;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool BeginMember()
    {
        if (!Fill())
        {
            return any ? false : throw new InvalidDataException(CutShort);
        }

        if (any && buffer[next] == 0)
        {
            return OnlyPadding();
        }

        if (TakeOrEnd() != 0x1F || TakeOrEnd() is not (0x8B or -1))
        {
            throw new InvalidDataException(any ? Trailing : "it is not gzip data");
        }

        if (Take() != Deflate)
        {
            throw new InvalidDataException("it is gzip data by a method that is not deflate");
        }

        int flags = Take();
        Skip(6);
        if ((flags & 4) != 0)
        {
            Skip(Take() | (Take() << 8));
        }

        if ((flags & 8) != 0)
        {
            SkipText();
        }

        if ((flags & 16) != 0)
        {
            SkipText();
        }

        if ((flags & 2) != 0)
        {
            Skip(2);
        }

        inflater.Reset();
        checksum.Reset();
        return within = any = true;
    }

    // Zeros up to the end of a block are no fault: tapes leave them, and gzip ignores them.
    private bool OnlyPadding()
    {
        while (Fill())
        {
            if (buffer[next++] != 0)
            {
                throw new InvalidDataException(Trailing);
            }
        }
        return false;
    }

    private int Inflate(byte[] destination, int offset, int count)
    {
        try
        {
            while (true)
            {
                int inflated = inflater.Inflate(destination, offset, count);
                if (inflated > 0 || inflater.IsFinished)
                {
                    return inflated;
                }

                if (inflater.IsNeedingDictionary)
                {
                    throw new InvalidDataException("its gzip data are damaged");
                }

                if (!Fill())
                {
                    throw new InvalidDataException(CutShort);
                }

                inflater.SetInput(buffer, next, end - next);
                next = end;
            }
        }
        catch (Exception damage) when (damage is not (InvalidDataException or IOException or OutOfMemoryException))
        {
            // The decoder of damaged data has exceptions of every kind.
            throw new InvalidDataException("its gzip data are damaged", damage);
        }
    }

    private void EndMember()
    {
        within = false;
        next = end - inflater.RemainingInput;
        Span<byte> trailer = stackalloc byte[8];
        for (int i = 0; i < trailer.Length; i++)
        {
            trailer[i] = (byte)Take();
        }

        bool whole =
            BinaryPrimitives.ReadUInt32LittleEndian(trailer) == (uint)checksum.Value
            && BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) == (uint)inflater.TotalOut;
        if (!whole)
        {
            throw new InvalidDataException(
                "its gzip data are damaged: they do not have the checksum or the length that their trailer states"
            );
        }
    }

    private bool Fill()
    {
        if (next == end)
        {
            (next, end) = (0, file.Read(buffer, 0, buffer.Length));
        }

        return next < end;
    }

    private int TakeOrEnd() => Fill() ? buffer[next++] : -1;

    private int Take() => Fill() ? buffer[next++] : throw new InvalidDataException(CutShort);

    private void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Take();
        }
    }

    private void SkipText()
    {
        while (Take() != 0) { }
    }
}
