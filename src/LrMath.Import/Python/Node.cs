namespace LrMath.Import.Python;

/// <summary>A Python expression, as far as lines that build schedules use the language.</summary>
internal abstract record Node
{
    internal sealed record Constant(object? Value) : Node;

    internal sealed record Name(string Text, int Line) : Node;

    internal sealed record Member(Node Of, string Text, int Line) : Node;

    internal sealed record Call(Node Function, Argument[] Arguments, int Line) : Node;

    /// <summary>An argument; one that is unpacked has <c>*</c> or <c>**</c> before it.</summary>
    internal sealed record Argument(string? Name, Node Value, string Unpacked = "");

    internal sealed record Item(Node Of, Node Key, int Line) : Node;

    internal sealed record List(Node[] Items) : Node;

    internal sealed record Dictionary((Node Key, Node Value)[] Items) : Node;

    internal sealed record Unary(string Operator, Node Operand, int Line) : Node;

    internal sealed record Binary(string Operator, Node Left, Node Right, int Line) : Node;

    internal sealed record Conditional(Node Condition, Node Then, Node Else) : Node;

    internal sealed record Lambda(string[] Parameters, Node Body) : Node;
}
