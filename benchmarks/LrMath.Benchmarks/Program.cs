using System.CommandLine;
using System.Text;
using LrMath.Benchmarks.Comparison;
using LrMath.Benchmarks.Library;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("The cost of LrMath: alone (bench), and beside Span.Fill, loops by hand, NumPy and PyTorch (compare).")
{
    BenchCommand.Create(),
    CompareCommand.Create(),
    JsonCommand.Create(),
    LogsCommand.Create(),
};
return root.Parse(args).Invoke();
