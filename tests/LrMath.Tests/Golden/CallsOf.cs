using System.Reflection;
using System.Reflection.Emit;

namespace LrMath.Tests.Golden;

/// <summary>The methods that a method calls, read from its compiled code, with those that its own assembly's helpers call.</summary>
internal static class CallsOf
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<MethodBase> Method(MethodBase root)
    {
        HashSet<MethodBase> found = [];
        Queue<MethodBase> open = new([root]);
        while (open.TryDequeue(out MethodBase? method))
        {
            foreach (MethodBase called in Direct(method))
            {
                if (found.Add(called) && called.Module == root.Module)
                {
                    open.Enqueue(called);
                }
            }
        }

        return found;
    }

    private static IEnumerable<MethodBase> Direct(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : [];
        Type[] ofMethod = method is { IsGenericMethod: true } ? method.GetGenericArguments() : [];
        int at = 0;
        while (at < code.Length)
        {
            short value = code[at++];
            OpCode operation = Codes[value == 0xFE ? unchecked((short)(0xFE00 | code[at++])) : value];
            if (operation.OperandType == OperandType.InlineMethod)
            {
                yield return Plain(method.Module.ResolveMethod(BitConverter.ToInt32(code, at), ofType, ofMethod)!);
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase Plain(MethodBase method) =>
        method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : method;
}
