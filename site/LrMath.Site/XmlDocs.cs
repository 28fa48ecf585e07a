using System.Reflection;
using System.Xml.Linq;

namespace LrMath.Site;

/// <summary>The XML documentation of an assembly, by class, member and names of parameters: ids of extension members do not tell
/// more.</summary>
internal sealed class XmlDocs
{
    private readonly ILookup<string, XElement> members;

    private XmlDocs(XDocument document) =>
        members = document.Descendants("member").ToLookup(member => Key(member.Attribute("name")!.Value));

    /// <summary>The documentation that the build has written beside the assembly.</summary>
    public static XmlDocs Beside(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    /// <summary>What is written about a class.</summary>
    public XElement? Of(Type type) => members[type.FullName!].FirstOrDefault();

    /// <summary>What is written about a member; of overloads about the one with these parameters.</summary>
    public XElement? Of(MemberInfo member, IEnumerable<ParameterInfo> parameters)
    {
        string[] names = [.. parameters.Select(parameter => parameter.Name!)];
        XElement[] found = [.. members[$"{member.DeclaringType!.FullName}.{member.Name}"].Where(one => one.Element("summary") is not null)];
        return found.FirstOrDefault(one => names.SequenceEqual(one.Elements("param").Select(param => param.Attribute("name")!.Value)))
            ?? found.FirstOrDefault();
    }

    // M:LrMath.Verbs.<G>$3E9C.Warmup(System.Int32) is LrMath.Verbs.Warmup.
    private static string Key(string id) =>
        string.Join('.', id[2..].Split('(')[0].Split('.').Where(part => !part.StartsWith('<')).Select(part => part.Split("``")[0]));
}
