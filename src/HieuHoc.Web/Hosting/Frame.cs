using System.Globalization;
using System.Reflection;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Hosting;

/// <summary>What stands around every page.</summary>
/// <param name="ProgrammePlace">The province; empty before there is one, and on the page of an error.</param>
/// <param name="ReturnTo">The address, on this site, of the page that is shown.</param>
public sealed record FrameView(SignedIn? Person, string ProgrammePlace, bool Demo, int Year, string ReturnTo, IReadOnlyList<MenuItem> Menu, bool HasDevice)
{
    /// <summary>The programme, where it runs and the year, as far as they are known.</summary>
    public IEnumerable<string> Programme(string name) =>
        new[] { name, ProgrammePlace, Year.ToString(CultureInfo.InvariantCulture) }.Where(part => part.Length > 0);
}

/// <summary>Reads what stands around a page.</summary>
public sealed class Frame(Visitor visitor, HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The version of the product, as the footer shows it.</summary>
    public static string Version { get; } =
        typeof(Frame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The language of the page, for <c>html lang</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The frame of the page that this request asks for.</summary>
    public async Task<FrameView> ReadAsync(HttpContext context)
    {
        var address = AddressOf(context);
        var year = clock.Now.Day.Year;

        if (visitor.Person is { } person)
        {
            return new FrameView(person, person.ProgrammePlace, person.Demo, year, address, Menu.For(person, address), visitor.Session?.Device is not null);
        }

        // The page of an error does not ask the database that may be the error.
        var programme = context.Features.Get<IExceptionHandlerFeature>() is null ? await FirstAsync(context.RequestAborted) : null;

        return new FrameView(null, programme?.Place ?? "", programme?.Demo ?? false, year, address, [], HasDevice: false);
    }

    private async Task<Programme?> FirstAsync(CancellationToken ct)
    {
        var day = clock.Now.Day;

        return await db.Owners.AsNoTracking().OrderBy(owner => owner.Id)
            .Select(owner => new Programme(
                owner.Demo,
                db.Set<PlaceName>().Where(name => name.PlaceId == owner.PlaceId && name.ValidFrom <= day)
                    .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault()))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>What the person asked for, also when an error page answers in its place.</summary>
    private static string AddressOf(HttpContext context) => context switch
    {
        _ when context.Features.Get<IStatusCodeReExecuteFeature>() is { } other => other.OriginalPath + other.OriginalQueryString,
        _ when context.Features.Get<IExceptionHandlerPathFeature>() is { } error => error.Path,
        _ => context.Request.Path + context.Request.QueryString,
    };

    private sealed record Programme(bool Demo, string? Place);
}
