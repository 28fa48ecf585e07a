namespace LrMath.Tests.Cli;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lrmath-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public IEnumerable<string> Names => folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(entry => entry.Name);

    public void Dispose() => folder.Delete(recursive: true);
}
