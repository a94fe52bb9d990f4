using System.Globalization;
using HieuHoc.Platform;
using Microsoft.AspNetCore.DataProtection;

namespace HieuHoc.Web.Accounts;

/// <summary>What a browser was asked to sign, kept sealed in its own cookie until it answers; used once, within five minutes.</summary>
public sealed class PasskeyState(IDataProtectionProvider protection, ProgrammeClock clock)
{
    private const string Cookie = "hieuhoc.passkey";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector(Cookie);

    public void Write(HttpContext context, string state) => context.Response.Cookies.Append(
        Cookie,
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.Now.Instant.Ticks}|{state}")),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Life });

    /// <summary>Takes it out; null when there is none, it is too old or it is not ours.</summary>
    public string? Take(HttpContext context)
    {
        var cookie = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie);

        return cookie is not null && Open(cookie)?.Split('|', 2) is [var ticks, var state]
            && clock.Now.Instant.Ticks - long.Parse(ticks, CultureInfo.InvariantCulture) < Life.Ticks
                ? state
                : null;
    }

    private string? Open(string cookie)
    {
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Anyone may write a cookie; one that we did not seal says nothing.
            return null;
        }
    }
}
