using LrMath.Import;
using LrMath.Import.Libraries;
using Xunit;

namespace LrMath.Tests.Import;

/// <summary>The signatures of the libraries' functions, which are parsed when a function is called.</summary>
public class SignatureTests
{
    [Fact]
    public void Every_function_of_every_library_has_a_signature_that_can_be_read()
    {
        Assert.All(
            LibraryTable
                .Shared.Libraries.Append(new DeepSpeedLibrary())
                .SelectMany(library => library.Functions.Select(function => (library, function))),
            one =>
            {
                string refusal = Assert.Throws<ImportException>(() => one.library.Call(one.function, [("no_such_argument", 1L)])).Message;
                Assert.StartsWith($"{one.function} has no parameter 'no_such_argument'", refusal, StringComparison.Ordinal);
            }
        );
    }
}
