#if !NET9_0_OR_GREATER
namespace LrMath.Net8;

/// <summary>Whether a delegate calls one function, as later frameworks have it.</summary>
internal static class SingleTarget
{
    extension(Delegate function)
    {
        /// <summary>False for what <c>+</c> has joined.</summary>
        public bool HasSingleTarget => function.GetInvocationList().Length == 1;
    }
}
#endif
