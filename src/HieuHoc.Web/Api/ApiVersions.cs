using System.Globalization;

namespace HieuHoc.Web.Api;

/// <summary>The version of a thing in the headers: ETag when it is read, If-Match when it is changed.</summary>
internal static class ApiVersions
{
    /// <summary>Says which version is answered with.</summary>
    public static void Tag(HttpContext context, int version) => context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>True when the caller names the version that they started from, or says with * that any will do.</summary>
    /// <param name="version">Null for any.</param>
    public static bool Names(HttpContext context, out int? version)
    {
        var named = context.Request.Headers.IfMatch.ToString().Trim();
        version = int.TryParse(named.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : null;

        return version is not null || named == "*";
    }
}
