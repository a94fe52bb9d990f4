using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Access.Capture;

/// <summary>A record that a person may fill in on a device, as it stands on the server.</summary>
/// <param name="Id">Chosen by whoever made it.</param>
/// <param name="Form">The id of its form.</param>
/// <param name="Version">What the next change names as its start.</param>
/// <param name="Values">By the names of the cells, as people type them; what was not answered is not there.</param>
public sealed record CaptureRecord(Guid Id, string Form, string Title, int Version, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What tells it from others of the same title: whose it is, of which round.</summary>
    public required string Detail { get; init; }

    /// <summary>True while the person may still change it; a record that is not open is only looked at.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Where it stands, in the words of the screen.</summary>
    public required string Standing { get; init; }

    /// <summary>Why it came back; null when it did not.</summary>
    public string? Returned { get; init; }

    /// <summary>The cells that alone may be changed, each with the reason; null where all may.</summary>
    public IReadOnlyDictionary<string, string>? Marks { get; init; }
}

/// <summary>A record that a person may begin on a device; the device chooses its id.</summary>
/// <param name="Form">The id of its form.</param>
/// <param name="Title">What the button says, and the record is called until the server has it.</param>
public sealed record CaptureBeginning(string Form, string Title, string Detail);

/// <summary>What a kind of records gives to a device: their forms, and those records that its person may see and needs.</summary>
public sealed record CaptureList(string Kind, string Title, IReadOnlyList<CaptureForm> Forms, IReadOnlyList<CaptureRecord> Records)
{
    /// <summary>What may be begun without network; empty where the server alone makes records.</summary>
    public IReadOnlyList<CaptureBeginning> Begins { get; init; } = [];
}

/// <summary>A value that a person changed on a device.</summary>
/// <param name="Value">What they typed; null or empty for "no answer".</param>
/// <param name="Was">What stood there when they did.</param>
public sealed record CapturedValue(string? Value, string? Was);

/// <summary>What a person did to one record on a device: the values that they changed, and whether they called it finished.</summary>
public sealed record CapturedBody(IReadOnlyDictionary<string, CapturedValue> Values, bool Done)
{
    /// <summary>What a device hands over; null when it is not what the description of the API says.</summary>
    public static CapturedBody? Read(JsonElement body)
    {
        try
        {
            return body.ValueKind is JsonValueKind.Object && body.Deserialize<CapturedBody>(Json.Compact) is { } read && read.Values.Values.All(value => value is not null) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>
/// A kind of records that can be filled in without network. It says what its records ask and takes what comes back; devices, receipts
/// and sending know nothing of it. Whoever adds one registers it beside the others and writes no line of script.
/// </summary>
public interface ICaptureKind
{
    /// <summary>In addresses and in the files of devices; never changed later. The page of a record lies under /NAME/ID.</summary>
    string Name { get; }

    /// <summary>The forms and records of the actor, in the language of the caller.</summary>
    Task<CaptureList> ListAsync(Actor actor, CancellationToken ct);

    /// <summary>
    /// Takes what was done to a record, within the transaction of the caller; the version under which it stands then. A record that was
    /// changed meanwhile in the same cells is a conflict.
    /// </summary>
    /// <param name="startedFrom">The version that the device had; null for whatever stands there, and for a new record.</param>
    Task<Outcome<int>> TakeAsync(Guid id, int? startedFrom, CapturedBody body, Actor actor, CancellationToken ct);
}
