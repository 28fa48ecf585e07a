using Superpower.Display;

namespace LrMath.Import.Python;

internal enum PythonToken
{
    [Token(Category = "name")]
    Name,

    [Token(Category = "keyword")]
    Keyword,

    [Token(Category = "number")]
    Number,

    [Token(Category = "string")]
    String,

    [Token(Category = "operator")]
    Operator,

    [Token(Description = "end of line")]
    Newline,
}
