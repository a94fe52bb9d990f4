using System.Net;
using System.Net.Mail;
using System.Text;

namespace HieuHoc.Platform.Mail;

/// <summary>A mail server: <c>smtp://user:password@host:port</c>, or <c>smtps://</c> to demand encryption.</summary>
/// <param name="From">What stands as the sender of every mail.</param>
public sealed record SmtpSettings(string Host, int Port, bool Encrypted, string? User, string? Password, string From)
{
    private const int UsualPort = 587;

    /// <summary>What HIEUHOC_SMTP and HIEUHOC_SMTP_FROM say; null when no server is named or it cannot be read.</summary>
    public static SmtpSettings? Read(string? server, string? from)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
        {
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);

        return new SmtpSettings(
            uri.Host,
            uri.Port > 0 ? uri.Port : UsualPort,
            uri.Scheme == "smtps",
            uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(user[0]),
            user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
            from ?? $"hieuhoc@{uri.Host}");
    }
}

/// <summary>Sends by SMTP.</summary>
/// <param name="settings">Null while the operator has named no server.</param>
/// <param name="demo">True in a demonstration, which writes to nobody.</param>
public sealed class SmtpMailer(SmtpSettings? settings, bool demo) : IMailer
{
    private const string Nobody = ".invalid";

    public async Task<Refusal?> SendAsync(Letter letter, CancellationToken ct)
    {
        if (settings is null)
        {
            return new MailServerNotNamed();
        }

        if (!MailAddress.TryCreate(letter.To, out var to))
        {
            return new MailAddressNotTaken();
        }

        if (demo && !(IsThisMachine(settings.Host) && to.Host.EndsWith(Nobody, StringComparison.OrdinalIgnoreCase)))
        {
            return new MailNotInDemo();
        }

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Encrypted };
        client.Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password);
        using var message = new MailMessage(new MailAddress(settings.From), to)
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };

        try
        {
            await client.SendMailAsync(message, ct);

            return null;
        }
        catch (SmtpFailedRecipientException)
        {
            return new MailAddressNotTaken();
        }
        catch (SmtpException)
        {
            return new MailServerUnwilling(settings.Host);
        }
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
