namespace LrMath.Training;

/// <summary>Writes files whole or not at all: each under another name first, then renamed.</summary>
public static class ReportFolder
{
    /// <exception cref="BadDataException">The folder cannot be written to.</exception>
    public static void Write(string folder, IEnumerable<(string Name, string Text)> files)
    {
        try
        {
            foreach ((string name, string text) in files)
            {
                string path = Path.Combine(folder, name);
                string half = path + ".part";
                File.WriteAllText(half, text);
                File.Move(half, path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{folder}: the report cannot be written: {e.Message}", e);
        }
    }

    /// <exception cref="BadDataException">The folder is not there and cannot be made.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{folder}: the folder cannot be made: {e.Message}", e);
        }
    }
}
