#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Tells the compiler which of several overloads that fit is meant; it looks for it under this name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    /// <summary>The overload with the highest number is taken.</summary>
    public int Priority => priority;
}
#endif
