using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Mail;

public readonly record struct MailId(Guid Value) : IRecordId;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Not sent yet, or there is no server to send it.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server takes none for this address, or the address must not be written to.</summary>
    NotTaken,
}

/// <summary>A mail, written down with the change that causes it. Its text is protected: it may hold a link that opens something.</summary>
public sealed class OutgoingMail
{
    public required short Owner { get; init; }

    public required MailId Id { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required byte[] Body { get; set; }

    public required MailState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>UTC; null while it has not been sent.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>The row's identity, to which its text is bound.</summary>
    internal string Identity => $"{Owner}/{Id.Value}";
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.HasKey(mail => new { mail.Owner, mail.Id });
        builder.Property(mail => mail.State).HasConversion<string>();
        builder.Ignore(mail => mail.Identity);
        builder.HasIndex(mail => new { mail.Owner, mail.State, mail.AddedAt });
    }
}
