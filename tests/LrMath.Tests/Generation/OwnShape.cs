namespace LrMath.Tests.Generation;

/// <summary>A user's function as a shape: a parabola.</summary>
internal sealed class OwnShape() : Term(typeof(Shape))
{
    public override object Build(Watch? watch)
    {
        object function = new();
        return (Shape)(
            (start, end, progress) =>
            {
                watch?.Note(function, progress);
                return start + ((end - start) * progress * progress);
            }
        );
    }

    public override IEnumerable<Term> Reductions() => [Call.Of(typeof(Shapes).GetProperty(nameof(Shapes.Linear))!)];

    public override string ToString() => "(a, b, p) => a + ((b - a) * p * p)";
}
