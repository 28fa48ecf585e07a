namespace LrMath.Structure;

/// <summary>An equation of the step with so many constants that they are spread over lanes once, before the loop.</summary>
internal interface IWideFormula
{
    /// <summary>Calls <see cref="Ranges.Pairs"/> with the kernel for a lane.</summary>
    void Fill<TLane, T>(int first, Span<T> destination)
        where TLane : struct, ILane<TLane>
        where T : struct;
}

/// <summary>The equation for one width of lanes.</summary>
internal interface IKernel<TSelf, TFormula, TLane>
    where TSelf : struct, IKernel<TSelf, TFormula, TLane>, allows ref struct
    where TFormula : struct, allows ref struct
    where TLane : struct, ILane<TLane>
{
    /// <summary>The kernel of a formula.</summary>
    static abstract TSelf Of(TFormula formula);

    /// <summary>The values at steps.</summary>
    TLane At(TLane step);
}
