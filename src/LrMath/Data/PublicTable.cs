using LrMath.Analysis;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.MathNet;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// Every public builder, verb, shape, preset and policy, with its parameters, found by reflection: a new one is in it the moment it exists.
/// JSON, the plain expressions of the command, the JSON Schema and the laws read it.
/// </summary>
/// <remarks>
/// Only the classes are listed, by <c>typeof</c>, because that is what keeps their members when a program is trimmed; a law says that
/// none is missing.
/// </remarks>
internal static class PublicTable
{
    /// <summary>The policies of the closed loop, whose settings are the parameters of each preset.</summary>
    internal static IReadOnlyList<Room> Policies { get; } = [Room.OfPolicy<Plateau>(), Room.OfPolicy<Greedy>(), Room.OfPolicy<Steering>()];

    /// <summary>The builders and recipes of <see cref="LrMath.Schedule"/>.</summary>
    /// <remarks>
    /// With MathNet's splines there is a second <c>Interpolate</c>, which has all that the first one has: it stands for both.
    /// </remarks>
    internal static Room Schedule { get; } = Room.Of(typeof(Schedule)).Replacing(Room.Of(typeof(MathNetExtensions)));

    /// <summary>What is called on a schedule.</summary>
    internal static Room Verbs { get; } = Room.Of(typeof(Verbs), onSchedules: true);

    /// <summary>The shapes.</summary>
    internal static Room Shapes { get; } = Room.Of(typeof(Shapes));

    /// <summary>The arguments of one of optax' cosine cycles, a record.</summary>
    internal static Room Values { get; } = Room.OfValue<CosineKwargs>();

    /// <summary>All classes whose members make something that can be written down.</summary>
    internal static IReadOnlyList<Room> Rooms { get; } =
    [
        Schedule,
        Verbs,
        Shapes,
        Room.Of(typeof(PyTorch)),
        Room.Of(typeof(CyclicModes)),
        Room.Of(typeof(Optax)),
        Room.Of(typeof(Keras)),
        Room.Of(typeof(Transformers)),
        Room.Of(typeof(Timm)),
        Room.Of(typeof(Paddle)),
        Room.Of(typeof(TorchLrFinder)),
        Values,
        .. Policies,
    ];

    /// <summary>The members of every class.</summary>
    internal static IReadOnlyList<Member> Members { get; } = [.. Rooms.SelectMany(room => room.Members)];

    /// <summary>The member that a schedule remembers as its own, with the arguments by name.</summary>
    internal static (Member Member, IReadOnlyList<Argument> Arguments) Of(Call call)
    {
        Room room = call.Receiver is not null ? Verbs : Rooms.First(room => room.Name == call.Builders);
        object?[] values = Array.ConvertAll(call.Arguments, argument => argument is Option option ? option.Value : argument);
        foreach (Member member in room.Members.Where(member => member.Name == call.Method))
        {
            if (member.Bind(values) is { } arguments)
            {
                return (member, arguments);
            }
        }

        string count = FormattableString.Invariant($"{call.Arguments.Length} arguments");
        throw new InvalidOperationException($"No public {room.Name}.{call.Method} takes the {count} that a schedule remembers.");
    }
}
