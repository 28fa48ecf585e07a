using LrMath.Site;

if (args is not [var repository, var folder] || !File.Exists(Path.Combine(repository, "LrMath.sln")))
{
    await Console.Error.WriteLineAsync("usage: LrMath.Site REPOSITORY FOLDER: writes what docfx sets as the documentation into FOLDER");
    return 2;
}

Directory.CreateDirectory(folder);
var reference = Reference.Of(XmlDocs.Beside(typeof(LrMath.Schedule).Assembly));
if (Drawn.Missing(reference.Pages).FirstOrDefault() is { } missing)
{
    await Console.Error.WriteLineAsync(
        $"{missing} has no page with a curve: its method is not among the public static members of its class"
    );
    return 1;
}

reference.WriteTo(Path.Combine(folder, "reference"));
Guides.Copy(repository, folder);
Contents.Write(folder, reference);
Console.WriteLine($"{reference.Pages.Count} pages of reference, {reference.Pages.Count(page => page.Picture is not null)} with a curve");
return 0;
