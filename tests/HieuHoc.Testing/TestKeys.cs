using HieuHoc.Platform.Keys;

namespace HieuHoc.Testing;

/// <summary>The key ring of all tests: two keys, of which the second protects; it guards nothing.</summary>
public static class TestKeys
{
    /// <summary>The ring as it would stand in HIEUHOC_KEYS.</summary>
    public static string Text { get; } =
        $"1:{Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)])},2:{Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)])}";

    public static KeyRing Ring { get; } = RingOf(Text);

    /// <summary>The ring of a text.</summary>
    public static KeyRing RingOf(string text) => new KeyRingPlace(text, Path.GetTempPath()).Read().Value;
}
