using System.IO.Compression;

namespace LrMath.Training;

/// <summary>Whole files, unpacked where they are gzipped.</summary>
internal static class DataFile
{
    public static byte[] ReadAll(string path)
    {
        try
        {
            byte[] raw = File.ReadAllBytes(path);
            bool zipped = raw.Length >= 2 && raw[0] == 0x1f && raw[1] == 0x8b;
            if (!zipped && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                throw new BadDataException($"{path}: named .gz, but does not begin with the gzip mark 1f 8b.");
            }

            if (!zipped)
            {
                return raw;
            }

            using var unpacked = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(raw), CompressionMode.Decompress))
            {
                gzip.CopyTo(unpacked);
            }

            byte[] bytes = unpacked.ToArray();
            // .NET takes a missing end for the end; the last four bytes of a whole gzip file are its unpacked length.
            uint promised = BitConverter.ToUInt32(raw.AsSpan(raw.Length - 4));
            return promised == (uint)bytes.Length
                ? bytes
                : throw new BadDataException(
                    $"{path}: the gzip stream is cut short: {bytes.Length} bytes came out, {promised} were promised."
                );
        }
        catch (InvalidDataException e)
        {
            throw new BadDataException($"{path}: the gzip stream is damaged or cut short.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
