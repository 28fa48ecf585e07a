namespace LrMath.ClosedLoop;

/// <summary>A policy around another one, told what it is made of without the type of a state.</summary>
internal interface IPolicyWrapper
{
    /// <summary>The policy inside.</summary>
    object Inner { get; }

    /// <summary>The verb that wraps it, by its public name.</summary>
    string Verb { get; }

    /// <summary>The verb's one argument.</summary>
    object Argument { get; }
}
