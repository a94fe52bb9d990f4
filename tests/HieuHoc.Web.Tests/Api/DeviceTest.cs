using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

/// <summary>The telephone of the demonstration's village head, enrolled at the commune and signed in by its PIN.</summary>
public abstract class DeviceTest : WalkTest
{
    protected const string Pin = "582064";
    protected const string Meetings = "village-meeting.held";
    protected const string Present = "village-meeting.present";

    protected HttpClient Telephone { get; private set; } = null!;

    /// <summary>The number of the telephone, as it names itself.</summary>
    protected Guid Device { get; private set; }

    /// <summary>The return of the head's village, which is being typed.</summary>
    protected ReturnId Return { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Telephone, Device) = await EnrolAsync();
        await using var db = Engine.Open();
        var people = db.People;
        var places = db.RoleGrants.Where(grant => people.Any(person => person.Id == grant.PersonId && person.UserName == DemoPeople.HeadUserName)).Select(grant => grant.PlaceId);
        var @return = await db.Returns.SingleAsync(@return => places.Contains(@return.SubjectId), Ct);
        Assert.Equal(ReturnState.Entering, @return.State);
        Return = @return.Id;
    }

    /// <summary>Enrols a telephone of the village head, by the pages.</summary>
    protected async Task<(HttpClient Browser, Guid Device)> EnrolAsync()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        var page = await PressAsync(commune, await PageAsync(commune, "/devices"), "Ghi danh điện thoại");
        var code = page.Document.QuerySelector(".error-id code")!.TextContent;
        var telephone = Stranger();
        var answer = await (await PageAsync(telephone, "/enrol")).PressAsync(
            telephone, "Ghi danh", [("Mã ghi danh", code), ("Mã PIN mới", Pin), ("Nhập lại mã PIN", Pin)], Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("hieuhoc.device=", StringComparison.Ordinal));

        return (telephone, Guid.ParseExact(cookie.Split('.')[2], "N"));
    }

    /// <summary>What the telephone fetches.</summary>
    protected Task<(int Status, JsonElement Body)> FetchAsync(HttpClient? by = null, Guid? device = null, int? unsent = null, string path = "") =>
        AskAsync(by ?? Telephone, HttpMethod.Get, $"/api/v1/capture/{path}", null, device ?? Device, null, null, unsent);

    /// <summary>Sends what was typed, or that the return is finished.</summary>
    protected Task<(int Status, JsonElement Body)> SendAsync(
        object body, string from = "*", string actedAt = "2026-11-20T23:15:00.123Z", HttpClient? by = null, Guid? device = null, string kind = "returns", Guid? id = null) =>
        AskAsync(by ?? Telephone, HttpMethod.Put, $"/api/v1/capture/{kind}/{id ?? Return.Value}", body, device ?? Device, from, actedAt, null);

    /// <summary>What was typed, cell by cell: what stands there and what stood there.</summary>
    protected static object Typed(params (string Cell, string? Value, string? Was)[] cells) =>
        new { values = cells.ToDictionary(cell => cell.Cell, cell => new { value = cell.Value, was = cell.Was }), done = false };

    protected static object Done { get; } = new { values = new Dictionary<string, object>(), done = true };

    protected static (int Status, string? Type) Problem((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.GetProperty("type").GetString());

    /// <summary>The return as it stands in what the telephone fetched.</summary>
    protected JsonElement RecordIn((int Status, JsonElement Body) fetched) =>
        fetched.Body.GetProperty("kinds").EnumerateArray().Single().GetProperty("records").EnumerateArray().Single(record => record.GetProperty("id").GetGuid() == Return.Value);

    private static async Task<(int Status, JsonElement Body)> AskAsync(
        HttpClient by, HttpMethod method, string address, object? body, Guid? device, string? from, string? actedAt, int? unsent)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        Add("Device", device == Guid.Empty ? null : device?.ToString());
        Add("If-Match", from);
        Add("Acted-At", actedAt);
        Add("Unsent", unsent?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await by.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);

        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
