#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Marks a list whose elements may be given one by one; the compiler looks for it under this name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ParamCollectionAttribute : Attribute;
#endif
