namespace HieuHoc.Platform;

/// <summary>What a foreseen "no" means to the one who asked; pages and the API turn it into a status.</summary>
public enum RefusalKind
{
    /// <summary>It does not exist, or lies outside the actor's part of the hierarchy.</summary>
    NotFound,

    /// <summary>It exists and is visible, but this person may not do this to it.</summary>
    Forbidden,

    /// <summary>It cannot be done in the state that the thing is in.</summary>
    Conflict,

    /// <summary>What was given does not fit.</summary>
    Invalid,

    /// <summary>It was tried too often; later it may be tried again.</summary>
    TooOften,
}

/// <summary>
/// A foreseen "no", with its data. The type's name is the key of its sentence (<c>refusal.RoundNotFound</c>),
/// and its properties fill the sentence's places.
/// </summary>
public abstract record Refusal(RefusalKind Kind);
