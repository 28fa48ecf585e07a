namespace LrMath.Logs;

/// <summary>A stream whose first bytes have been looked at, and are read all the same.</summary>
internal sealed class BegunStream : Stream
{
    private const int HeadLength = 1 << 16;

    private readonly Stream stream;
    private readonly byte[] head;
    private int next;

    /// <summary>Looks at the first bytes.</summary>
    public BegunStream(Stream stream)
    {
        this.stream = stream;
        byte[] buffer = new byte[HeadLength];
        head = buffer[..stream.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false)];
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>Passes over lines at the beginning; they must be among the first bytes.</summary>
    public void SkipLines(int lines)
    {
        for (; lines > 0; lines--)
        {
            next += Math.Max(head.AsSpan(next).IndexOf((byte)'\n') + 1, 0);
        }
    }

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
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (next == head.Length)
        {
            return stream.Read(buffer, offset, count);
        }

        int copied = Math.Min(count, head.Length - next);
        head.AsSpan(next, copied).CopyTo(buffer.AsSpan(offset));
        next += copied;
        return copied;
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
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
