using System.Collections.Concurrent;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Browser.Tests;

/// <summary>
/// A kind of records that no module has: who came to a meeting. It shows that devices, outbox, receipts and files take a kind as it is, also
/// one whose records are begun on the device. It keeps them in memory, which is enough to see what arrived.
/// </summary>
internal sealed class AttendanceKind : ICaptureKind
{
    public const string Came = "came";

    private const string Form = "attendance.1";

    /// <summary>What arrived, by the id that the device chose.</summary>
    public ConcurrentDictionary<Guid, (int Version, IReadOnlyDictionary<string, string> Values)> Taken { get; } = new();

    public string Name => "attendance";

    public Task<CaptureList> ListAsync(Actor actor, CancellationToken ct) => Task.FromResult(new CaptureList(Name, "Điểm danh", [Asked], [.. Taken.Select(Record)])
    {
        Begins = [new CaptureBeginning(Form, "Điểm danh một buổi", "Buổi sinh hoạt của thôn")],
    });

    public Task<Outcome<int>> TakeAsync(Guid id, int? startedFrom, CapturedBody body, Actor actor, CancellationToken ct)
    {
        // A meeting to which nobody came is none: it is refused, with whichever sentence.
        if (body.Values.TryGetValue(Came, out var came) && came.Value == "0")
        {
            return Task.FromResult<Outcome<int>>(new AnswerNotAsked(Came));
        }

        var taken = Taken.AddOrUpdate(id, _ => (1, Values([], body)), (_, before) => (before.Version + 1, Values(before.Values, body)));

        return Task.FromResult<Outcome<int>>(taken.Version);
    }

    private static CaptureForm Asked => new(Form, "Điểm danh", [new CaptureSection("Buổi sinh hoạt", null, ["Số người"], [new CaptureRow("Đến dự", [Came])])])
    {
        Fields = new Dictionary<string, CaptureField> { [Came] = new("Số người đến dự", CaptureFieldType.Number, Decimals: 0, Choices: null) },
        Checks = [],
    };

    private static CaptureRecord Record(KeyValuePair<Guid, (int Version, IReadOnlyDictionary<string, string> Values)> one) =>
        new(one.Key, Form, "Buổi đã điểm danh", one.Value.Version, one.Value.Values) { Detail = "Buổi sinh hoạt của thôn", IsOpen = true, Standing = "Đã ghi" };

    private static Dictionary<string, string> Values(IEnumerable<KeyValuePair<string, string>> before, CapturedBody body) =>
        new(before.Where(value => !body.Values.ContainsKey(value.Key)).Concat(body.Values.Where(value => value.Value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value.Value!))));
}
