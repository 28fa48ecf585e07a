namespace LrMath.Frameworks;

/// <summary>
/// The schedulers of <c>torch.optim.lr_scheduler</c> under their own names, with their arguments in C# case and their defaults, the
/// optimizer's rate first. Each gives PyTorch's number at every step, without an optimizer and at any step in any order.
/// </summary>
/// <remarks>
/// <para>A step is the count of <c>scheduler.step()</c> calls so far, an epoch in most scripts. If it is an epoch, put
/// <c>.PerEpoch(stepsPerEpoch)</c> behind the schedule to evaluate it by updates.</para>
/// <para>Where PyTorch accepts one value per parameter group, there is an overload that takes lists and gives one schedule per group. All
/// other schedulers treat groups alike: <c>rates.Select(rate => PyTorch.StepLR(rate, stepSize: 30))</c>.</para>
/// <para>PyTorch multiplies the rate of the step before (its chained form), so that its numbers carry the rounding of all steps before and
/// depend on whatever else has written to the rate. Here each value is the closed form, to the last digit or two.</para>
/// </remarks>
public static partial class PyTorch;
