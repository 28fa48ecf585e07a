using System.Text;

namespace LrMath.Cli;

/// <summary>
/// Passes on what is printable, and the rest as escapes (see <see cref="Printable.Lines"/>). What cannot be written is lost.
/// </summary>
/// <param name="inner">Where it goes; not disposed.</param>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        try
        {
            inner.Write(Printable.Lines(value ?? ""));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Nobody is there to be told.
        }
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");
}
