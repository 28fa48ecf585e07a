namespace LrMath.Import.Python;

/// <summary>One line of Python: an import, an assignment (with names) or an expression (without).</summary>
internal abstract record Statement
{
    internal sealed record Import(string Alias, string Module) : Statement;

    internal sealed record Assignment(string[] Names, Node Value) : Statement;
}
