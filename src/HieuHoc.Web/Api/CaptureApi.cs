using System.Globalization;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;

namespace HieuHoc.Web.Api;

/// <summary>
/// What devices fetch and send that work without network. They come with the session of a PIN, not with a token; the header <c>Device</c>,
/// which no other site can make a browser send, keeps forged requests out.
/// </summary>
internal static class CaptureApi
{
    /// <summary>Where all of it lies: cookies open what is below.</summary>
    public const string Root = "/api/v1/capture";

    public static void Map(IEndpointRouteBuilder site)
    {
        var api = site.MapGroup(Root).AddEndpointFilter(AskDeviceAsync);
        api.MapGet("/", GetAsync).Produces<CaptureBody>()
            .OpensToDevices("The forms and records that the person of this device may fill in without network");
        api.MapGet("/receipts", ReceiptsAsync).Produces<IReadOnlyList<ActReceipt>>()
            .OpensToDevices("The receipts for all that was received of this device, also by way of a file");
        api.MapPut("/key", PutKeyAsync).Produces(StatusCodes.Status204NoContent).OpensToDevices(
            "Keeps the public half (X.509, in base64) of what the device signs its files with; another takes the place of the one before",
            new RequestUnreadable(),
            new SigningKeyUnfit());
        api.MapPut("/{kind}/{id:guid}", PutAsync).Produces<Receipt>().OpensToDevices(
            "Takes what was done to a record and gives a receipt; the same again gets the same. If-Match names the version it was done from, or *; Acted-At when",
            new RequestUnreadable(),
            new VersionNotNamed(),
            new ActedAtUnfit(),
            new ActedOtherwise(),
            new ActOvertaken(),
            new CaptureKindNotFound());
    }

    /// <summary>True for what devices ask: their cookie opens it, not a token.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells a device without a session why: it was ended, or its person shall show the PIN again.</summary>
    public static async Task CloseAsync(HttpContext context)
    {
        var ended = DeviceCookie.Read(context) is { } device
            && await context.RequestServices.GetRequiredService<CheckPin>().WasEndedAsync(device.Owner, device.Id, device.Key, context.RequestAborted);

        await (ended
            ? ApiProblems.WriteAsync(context, new DeviceRevoked(), StatusCodes.Status410Gone)
            : ApiProblems.WriteAsync(context, new SessionMissing(), StatusCodes.Status401Unauthorized));
    }

    private static async Task<IResult> GetAsync(
        DeviceHeaders headers, Visitor visitor, Actor actor, ReadCapture readCapture, InstallationKey installationKey, HttpContext context, CancellationToken ct)
    {
        var device = visitor.Session!.Device!.Value;
        var shelf = await readCapture.RunAsync(device, headers.Unsent, actor, ct);

        if (shelf.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        // What is for this person alone lies in no cache but the device's own.
        context.Response.Headers.CacheControl = "no-store";

        return Results.Ok(new CaptureBody(
            device.Value, actor.Owner, actor.PersonId!.Value.Value, visitor.Person!.DisplayName, shelf.Value.Received, installationKey.Public, shelf.Value.Kinds));
    }

    private static async Task<IResult> ReceiptsAsync(Visitor visitor, Actor actor, ReadCapture readCapture, CancellationToken ct) =>
        Results.Ok(await readCapture.ReceiptsAsync(visitor.Session!.Device!.Value, actor, ct));

    private static async Task<IResult> PutAsync(
        string kind, Guid id, JsonElement? sent, DeviceHeaders headers, Visitor visitor, Actor actor, TakeCaptured takeCaptured, IEnumerable<ICaptureKind> kinds,
        HieuHocDb db, HttpContext context, CancellationToken ct)
    {
        if (!ApiVersions.Names(context, out var startedFrom))
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        if (headers.ActedAt is not { } actedAt)
        {
            return ApiProblems.Of(new ActedAtUnfit());
        }

        if (sent is not { } body || CapturedBody.Read(body) is not { } read)
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var act = new CapturedAct(kind, id, startedFrom, actedAt, read, CanonicalJson.Sha256(body));
        var taken = await takeCaptured.RunAsync(act, visitor.Session!.Device!.Value, headers.Unsent, relayedBy: null, actor, ct);

        return taken.Refusal switch
        {
            null => Results.Ok(taken.Value),
            { Kind: RefusalKind.Conflict } conflict => ApiProblems.Of(conflict, body, await CurrentAsync(kind, id, kinds, actor, db, ct)),
            var refusal => Refused(refusal),
        };
    }

    private static async Task<IResult> PutKeyAsync(SigningKeyBody body, Visitor visitor, Actor actor, SetSigningKey setSigningKey, CancellationToken ct) =>
        await setSigningKey.RunAsync(body.Key, visitor.Session!.Device!.Value, actor, ct) is { } refusal ? Refused(refusal) : Results.NoContent();

    /// <summary>A device that was ended is gone for good; everything else is told by its kind.</summary>
    private static IResult Refused(Refusal refusal) => ApiProblems.Of(refusal, status: refusal is DeviceRevoked ? StatusCodes.Status410Gone : null);

    /// <summary>The record as it stands now, for whoever has to choose; null when it is none of theirs.</summary>
    private static async Task<CaptureRecord?> CurrentAsync(string name, Guid id, IEnumerable<ICaptureKind> kinds, Actor actor, HieuHocDb db, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        return kinds.FirstOrDefault(kind => kind.Name == name) is { } kind
            ? (await kind.ListAsync(actor, ct)).Records.FirstOrDefault(record => record.Id == id)
            : null;
    }

    /// <summary>The request names the device on which its session was begun; one that only asks need not know it yet.</summary>
    private static async ValueTask<object?> AskDeviceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<Visitor>().Session;
        var named = DeviceHeaders.Of(context.HttpContext).Device;

        return session?.Device is { } device && (named == device.Value || (named is null && HttpMethods.IsGet(context.HttpContext.Request.Method)))
            ? await next(context)
            : ApiProblems.Of(new NotOnThisDevice());
    }
}

/// <summary>What a device says of itself and of what it did, in the headers of a request.</summary>
/// <param name="ActedAt">UTC, by its clock; null when it is missing or no instant.</param>
/// <param name="Unsent">How much it still holds; null when it does not say.</param>
internal sealed record DeviceHeaders(Guid? Device, DateTime? ActedAt, int? Unsent)
{
    private const int MostUnsent = 1_000_000;

    public static ValueTask<DeviceHeaders> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static DeviceHeaders Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        var actedAt = DateTimeOffset.TryParse(headers["Acted-At"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : (DateTime?)null;

        return new DeviceHeaders(
            Guid.TryParse(headers["Device"], out var device) ? device : null,
            // To the millisecond, as both engines keep it and scripts know it.
            actedAt is { } instant ? ProgrammeClock.ToMillisecond(instant) : null,
            int.TryParse(headers["Unsent"], NumberStyles.None, CultureInfo.InvariantCulture, out var unsent) && unsent <= MostUnsent ? unsent : null);
    }
}

/// <summary>What a device keeps for its person.</summary>
/// <param name="Person">Whose it is: another person on the same device has a store of their own.</param>
/// <param name="Received">How many acts of this device were received.</param>
/// <param name="InstallationKey">With which it seals what it saves in a file.</param>
internal sealed record CaptureBody(Guid Device, short Owner, Guid Person, string Name, int Received, PublicKey InstallationKey, IReadOnlyList<CaptureList> Kinds);

/// <summary>What a device signs its files with.</summary>
/// <param name="Key">The public half (X.509), in base64.</param>
internal sealed record SigningKeyBody(string Key);
