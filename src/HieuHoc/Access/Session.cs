using HieuHoc.Platform;

namespace HieuHoc.Access;

public readonly record struct SessionId(Guid Value) : IRecordId;

/// <summary>How a session was begun.</summary>
public enum SessionWay
{
    /// <summary>With a user name and a password.</summary>
    Password,

    /// <summary>With the PIN of an enrolled device.</summary>
    Pin,
}

/// <summary>One browser in which a person is signed in, from the sign-in to the sign-out.</summary>
public sealed class Session
{
    /// <summary>A working day: a session without a request for so long has ended by itself.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How coarse the last request is kept: it is written once in so long, not at every request.</summary>
    public static readonly TimeSpan Coarse = TimeSpan.FromMinutes(10);

    public required short Owner { get; init; }

    public required SessionId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required SessionWay Way { get; init; }

    /// <summary>The family of the browser and its system, "Firefox · Windows"; nothing that tells one machine from another.</summary>
    public required string Browser { get; init; }

    /// <summary>The device whose PIN began it; null for other ways.</summary>
    public Guid? DeviceId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime BegunAt { get; init; }

    /// <summary>UTC; up to ten minutes behind.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>UTC; when the second factor was shown. Null when none was.</summary>
    public DateTime? StrengthenedAt { get; set; }
}
