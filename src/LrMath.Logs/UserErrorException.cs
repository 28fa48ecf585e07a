namespace LrMath.Logs;

/// <summary>A mistake the user can put right; its message is all that is shown of it.</summary>
/// <param name="message">What is wrong and, where known, what would be right.</param>
/// <param name="innerException">What was thrown, if anything was.</param>
internal sealed class UserErrorException(string message, Exception? innerException = null) : Exception(message, innerException);
