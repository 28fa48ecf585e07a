namespace LrMath.Tests.Generation;

/// <summary>A node of an expression in C#: it is built into its value, printed as the text that makes it, and reduced to simpler
/// ones.</summary>
/// <param name="type">The type of the value.</param>
internal abstract class Term(Type type)
{
    public Type Type { get; } = type;

    /// <summary>The parts of the expression, one level down.</summary>
    public virtual IReadOnlyList<Term> Parts => [];

    /// <summary>Makes the value anew, by calling the public members of the library.</summary>
    /// <param name="watch">Records what functions that are not the library's are evaluated at; null records nothing.</param>
    public abstract object? Build(Watch? watch);

    /// <summary>Simpler expressions of the same type, the most drastic ones first; some may be illegal.</summary>
    public abstract IEnumerable<Term> Reductions();

    /// <summary>The text in C#.</summary>
    public abstract override string ToString();

    /// <summary>Whether the members accept the arguments.</summary>
    /// <exception cref="RefusalException">Something else than an ArgumentException was thrown.</exception>
    public bool IsLegal()
    {
        try
        {
            Build(null);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception error) when (error is not RefusalException)
        {
            throw new RefusalException(this, error);
        }
    }

    /// <summary>Whether the members accept the arguments, whatever they throw if not.</summary>
    public bool CanBeBuilt()
    {
        try
        {
            return IsLegal();
        }
        catch (RefusalException)
        {
            return false;
        }
    }

    /// <summary>This node and all below it.</summary>
    public IEnumerable<Term> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    /// <summary>The nearest nodes below this one whose value can stand in its place.</summary>
    protected IEnumerable<Term> Replacements() => Parts.SelectMany(Nearest);

    private IEnumerable<Term> Nearest(Term part) =>
        part.Type != Type ? part.Parts.SelectMany(Nearest)
        : part is Literal { Value: null } ? []
        : [part];
}
