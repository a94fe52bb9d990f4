using HieuHoc.Tests.Architecture.Samples.Late;

namespace HieuHoc.Tests.Architecture.Samples;

/// <summary>The root: it knows every module.</summary>
internal sealed class Composition
{
    public Thing Late { get; } = new();
}
