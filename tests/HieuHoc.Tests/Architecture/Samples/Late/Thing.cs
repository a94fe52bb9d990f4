namespace HieuHoc.Tests.Architecture.Samples.Late;

/// <summary>What the early samples must not know.</summary>
internal class Thing : IThing
{
    public static int Count => 1;
}

internal interface IThing;

internal sealed class ThingException : Exception;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class ThingAttribute : Attribute;

/// <summary>A late type may use an early one, and its own module.</summary>
internal sealed class LateOne
{
    public Thing Own { get; } = new();

    public Early.LooksBack Before { get; } = new();
}
