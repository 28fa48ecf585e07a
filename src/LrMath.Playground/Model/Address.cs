using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LrMath.Playground.Model;

/// <summary>The state of the page as the part of an address behind <c>#</c>: JSON, deflated, in the letters of base64url.</summary>
internal static class Address
{
    // A link of more is not one of this page.
    private const int MostBytes = 1 << 20;

    /// <summary>The text for the address.</summary>
    public static string Write(PageState state)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(state.Write()));
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>The state that an address stands for; null if it is none of this page's.</summary>
    public static PageState? Read(string text)
    {
        if (text.Length is 0 or > MostBytes)
        {
            return null;
        }

        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
            byte[] bytes = new byte[MostBytes];
            int read = deflate.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
            return read == MostBytes ? null : PageState.Read(Encoding.UTF8.GetString(bytes, 0, read));
        }
        catch (Exception damage) when (damage is FormatException or InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
