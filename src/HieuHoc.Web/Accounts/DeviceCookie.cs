using System.Globalization;
using HieuHoc.Access;

namespace HieuHoc.Web.Accounts;

/// <summary>The key that an enrolled device keeps: <c>owner.device.key</c>.</summary>
public sealed record DeviceCookie(short Owner, DeviceId Id, string Key)
{
    private const string Name = "hieuhoc.device";

    private static readonly TimeSpan Life = TimeSpan.FromDays(730);

    /// <summary>What the browser keeps; null when it is no enrolled device.</summary>
    public static DeviceCookie? Read(HttpContext context) =>
        context.Request.Cookies[Name]?.Split('.') is [var owner, var id, { Length: > 0 } key]
        && short.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(id, "N", out var guid)
            ? new DeviceCookie(number, new DeviceId(guid), key)
            : null;

    public void Write(HttpContext context) => context.Response.Cookies.Append(
        Name,
        string.Create(CultureInfo.InvariantCulture, $"{Owner}.{Id.Value:N}.{Key}"),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Life, Path = "/" });
}
