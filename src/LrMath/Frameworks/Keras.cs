namespace LrMath.Frameworks;

/// <summary>
/// The schedules of <c>keras.optimizers.schedules</c>, and the callback <c>ReduceLROnPlateau</c>, under their own names, with their
/// arguments in C# case and their defaults. Each gives Keras' number at every step.
/// </summary>
/// <remarks>
/// <para>A step is the optimizer's <c>iterations</c>: 0 for the first update.</para>
/// <para>Keras computes in the type of the initial rate, normally single precision, in which steps above 16,777,216 are not even distinct.
/// Here each value is the closed form in double precision.</para>
/// </remarks>
public static partial class Keras;
