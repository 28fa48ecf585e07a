using Microsoft.AspNetCore.Components;

namespace LrMath.Playground.Components;

/// <summary>A component that is drawn anew only when what it shows is another object, so that dragging one field draws one field.</summary>
public abstract class Pure : ComponentBase
{
    private object?[] shown = [];

    /// <summary>Draws it at the next change of whatever its parent says.</summary>
    protected void Forget() => shown = [];

    /// <summary>What it shows.</summary>
    protected abstract object?[] Shows();

    /// <inheritdoc/>
    protected sealed override bool ShouldRender()
    {
        object?[] now = Shows();
        bool isSame = now.Length == shown.Length && now.Index().All(one => Equals(one.Item, shown[one.Index]));
        shown = now;
        return !isSame;
    }
}
