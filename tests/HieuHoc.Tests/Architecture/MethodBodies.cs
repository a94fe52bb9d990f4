using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace HieuHoc.Tests.Architecture;

/// <summary>The members that the instructions of a method name.</summary>
internal static class MethodBodies
{
    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> Members(MethodBase method, MethodBody body)
    {
        var typeArguments = method.DeclaringType?.GetGenericArguments();
        var methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;

        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            if (method.Module.ResolveMember(token, typeArguments, methodArguments) is { } member)
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        var at = 0;

        while (at < il.Length)
        {
            // 0xFE begins the instructions of two bytes.
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[++at]) : il[at];
            var code = OpCodesByValue[value];
            at++;

            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
            }

            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at))),
        _ => 4,
    };
}
