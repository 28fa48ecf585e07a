using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LrMath.Training.TorchSharp.Native;

/// <summary>
/// Lets TorchSharp's native part load where the C++ runtime is older than it asks for, as on Debian 12. <c>libLibTorchSharp.so</c> of
/// TorchSharp 0.107 needs <c>GLIBCXX_3.4.32</c> for one function that none of its code calls, the initialisation of iostreams. Where the
/// runtime lacks that version, the need is marked as weak in the copy of the output folder, and the loader no longer insists on it. For
/// tests
/// and experiments only, never in a package. Elsewhere it does nothing.
/// </summary>
internal static class OlderCppRuntime
{
    private const string Needed = "GLIBCXX_3.4.32";
    private const string Runtime = "libstdc++.so.6";

    /// <summary>Call it before the first use of TorchSharp.</summary>
    public static void Prepare()
    {
        string library = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 || !File.Exists(library))
        {
            return;
        }

        if (RuntimeFile() is not { } runtime || Contains(runtime, Needed))
        {
            return;
        }

        byte[] image = File.ReadAllBytes(library);
        if (!VersionNeeds.MarkWeak(image, Needed))
        {
            return;
        }
        // Another process may be loading the old file: a new one takes its name.
        string part = $"{library}.{Environment.ProcessId}";
        File.WriteAllBytes(part, image);
        File.Move(part, library, overwrite: true);
        Console.Error.WriteLine(
            $"""
            NOTE: {runtime} is older than TorchSharp asks for ({Needed}).
            That need is now marked as weak in the copy of the output folder, for tests and experiments only:
            {library}
            A program of your own needs a newer distribution (GCC 13 or later); docs/torchsharp.md says more.
            """
        );
    }

    // The file that the loader takes for this process, wherever it is.
    private static string? RuntimeFile()
    {
        if (!NativeLibrary.TryLoad(Runtime, out _))
        {
            return null;
        }

        return File.ReadLines("/proc/self/maps")
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .FirstOrDefault(file => Path.GetFileName(file).StartsWith("libstdc++.so", StringComparison.Ordinal));
    }

    private static bool Contains(string file, string text) =>
        File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text + "\0")) >= 0;
}

/// <summary>The section <c>.gnu.version_r</c> of a 64-bit little-endian ELF file: which versions of other libraries it needs.</summary>
internal static class VersionNeeds
{
    private const uint SectionType = 0x6ffffffe;
    private const ushort Weak = 2;

    /// <summary>Sets the flag VER_FLG_WEAK of a needed version.</summary>
    /// <returns>Whether anything was changed: false if it is weak already, or not needed.</returns>
    public static bool MarkWeak(Span<byte> elf, string version)
    {
        int sections = (int)Number64(elf, 0x28);
        int size = Number16(elf, 0x3A),
            count = Number16(elf, 0x3C);
        for (int i = 0; i < count; i++)
        {
            int section = sections + i * size;
            if (Number32(elf, section + 4) != SectionType)
            {
                continue;
            }

            int strings = (int)Number64(elf, sections + (int)Number32(elf, section + 0x28) * size + 0x18);
            return MarkIn(elf, (int)Number64(elf, section + 0x18), strings, version);
        }
        return false;
    }

    private static bool MarkIn(Span<byte> elf, int need, int strings, string version)
    {
        bool changed = false;
        for (uint toNext = 1; toNext != 0; need += (int)toNext)
        {
            int one = need + (int)Number32(elf, need + 8);
            for (uint toNextOne = 1; toNextOne != 0; one += (int)toNextOne)
            {
                ushort flags = Number16(elf, one + 4);
                if ((flags & Weak) == 0 && Text(elf, strings + (int)Number32(elf, one + 8)) == version)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(elf[(one + 4)..], (ushort)(flags | Weak));
                    changed = true;
                }
                toNextOne = Number32(elf, one + 12);
            }
            toNext = Number32(elf, need + 12);
        }
        return changed;
    }

    private static string Text(ReadOnlySpan<byte> elf, int start) =>
        Encoding.ASCII.GetString(elf[start..][..elf[start..].IndexOf((byte)0)]);

    private static ushort Number16(ReadOnlySpan<byte> elf, int at) => BinaryPrimitives.ReadUInt16LittleEndian(elf[at..]);

    private static uint Number32(ReadOnlySpan<byte> elf, int at) => BinaryPrimitives.ReadUInt32LittleEndian(elf[at..]);

    private static ulong Number64(ReadOnlySpan<byte> elf, int at) => BinaryPrimitives.ReadUInt64LittleEndian(elf[at..]);
}
