namespace HieuHoc.Platform.Mail;

/// <summary>A mail: plain text, to one address.</summary>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>Takes mails to where they are sent from.</summary>
public interface IMailer
{
    /// <summary>Hands one mail over; a refusal says why this one, or every one, is not taken.</summary>
    Task<Refusal?> SendAsync(Letter letter, CancellationToken ct);
}

/// <summary>No mail server is named; mails wait.</summary>
public sealed record MailServerNotNamed() : Refusal(RefusalKind.Conflict);

/// <summary>The mail server does not answer, or does not take our mails at all; mails wait.</summary>
public sealed record MailServerUnwilling(string Host) : Refusal(RefusalKind.Conflict);

/// <summary>The mail server takes nothing for this address.</summary>
public sealed record MailAddressNotTaken() : Refusal(RefusalKind.Invalid);

/// <summary>In a demonstration mails go to a server on the same machine and to addresses that nobody has.</summary>
public sealed record MailNotInDemo() : Refusal(RefusalKind.Forbidden);
