namespace LrMath.Import;

/// <summary>A text that cannot be read as a schedule: the message says where, what was found and what is legal.</summary>
public sealed class ImportException : FormatException
{
    /// <summary>A refusal without a message of its own.</summary>
    public ImportException() { }

    /// <summary>A refusal.</summary>
    /// <param name="message">Where, what was found, what is legal.</param>
    public ImportException(string message)
        : base(message) { }

    /// <summary>A refusal with its cause.</summary>
    /// <param name="message">Where, what was found, what is legal.</param>
    /// <param name="innerException">What the library refused.</param>
    public ImportException(string message, Exception innerException)
        : base(message, innerException) { }
}
