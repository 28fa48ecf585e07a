using LrMath.ClosedLoop;

namespace LrMath.Tests.ClosedLoop;

/// <summary>A policy of any state as one of objects, for laws over all kinds of policies.</summary>
internal sealed record Untyped<TState>(IPolicy<TState> Policy) : IPolicy<object>
    where TState : class
{
    public object Start => Policy.Start;

    public object Next(object state, double metric) => Policy.Next((TState)state, metric);

    public double ScaleOf(object state) => Policy.ScaleOf((TState)state);

    public void Validate(object state) => Policy.Validate((TState)state);

    public override string ToString() => $"{Policy}";
}
