namespace HieuHoc.Access;

/// <summary>A sign-in of the demonstration, with the password that everyone may see.</summary>
public sealed record DemoSignIn(string UserName, string Password, Role Role);

/// <summary>The sign-ins that the demonstration prints, and that its sign-in page offers.</summary>
public sealed record DemoSignIns(IReadOnlyList<DemoSignIn> All)
{
    public static DemoSignIns None { get; } = new([]);
}
