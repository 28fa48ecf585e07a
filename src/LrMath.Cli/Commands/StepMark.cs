namespace LrMath.Cli.Commands;

/// <summary>A step with what is to be said of it.</summary>
internal sealed record StepMark(int Step, string Text);
