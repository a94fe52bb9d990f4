using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Exchange.Lists;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Register;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Exchange.Lists;

/// <summary>A list that an office keeps in Excel, on its way in.</summary>
public abstract class ListsTest : FiguresTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-lists-").FullName;

    protected ListsTest() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Who brings it.</summary>
    protected abstract Actor Officer { get; }

    /// <summary>The list that is tested.</summary>
    protected abstract ListKind Kind { get; }

    protected Texts Texts { get; } = new();

    protected ListKinds Kinds => field ??= new ListKinds([Kind]);

    private AttachmentFiles Files => field ??= new AttachmentFiles(folder, Clock);

    protected ListKit Kit => new(Db, Shelf, Clock, Texts, new ImportFigures(Db, Shelf, Clock), new ImportVillages(Db, Clock, []), new ImportPlaceClasses(Db, Clock), new ImportAgencies(Db, Clock), new CreatePerson(Db, Clock, _ => "", Keys));

    protected BuildListTemplate BuildListTemplate => new(Kinds, Kit);

    protected TakeList TakeList => new(Kinds, Kit, new AttachFile(Db, Files, new AttachmentKinds([new UploadedLists([Kind])]), Clock));

    protected ReadList ReadList => new(Kinds, Kit, Files);

    protected AcceptList AcceptList => new(ReadList);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected Task<Outcome<Attachment>> TakeAsync(Stream file, string period = "", string name = "danh-sach.xlsx", Actor? by = null) =>
        TakeList.RunAsync(new ArrivingList(new AttachmentId(Guid.CreateVersion7()), Kind.Name, period, name, file), by ?? Officer, Ct);

    /// <summary>Uploads a file, which is taken in.</summary>
    protected async Task<AttachmentId> UploadedAsync(Stream file, string period = "") => (await TakeAsync(file, period)).Value.Id;

    protected async Task<HeldList> HeldAsync(AttachmentId upload, ListLineState? state = null, int page = 1) =>
        (await ReadList.RunAsync(Kind.Name, upload, state, page, Officer, Ct)).Value;

    /// <summary>Uploads a file and holds it against what is there.</summary>
    protected async Task<HeldList> HeldAsync(Stream file, string period = "") => await HeldAsync(await UploadedAsync(file, period));

    protected Task<Outcome<AcceptedList>> AcceptAsync(AttachmentId upload, string reason = "", Guid? id = null, string source = "Báo cáo năm", params int[] rows) =>
        AcceptList.RunAsync(Kind.Name, upload, new ListAcceptance(id ?? Guid.CreateVersion7(), rows.Length == 0 ? null : rows.ToHashSet(), source, reason), Officer, Ct);

    /// <summary>How many lines there are of each state: wrong, changes, new, same.</summary>
    protected static IReadOnlyList<int> Counts(HeldList held) => [.. Enum.GetValues<ListLineState>().Select(state => held.Counts[state])];

    /// <summary>What is wrong in the shown lines: where, and the end of the sentence's key.</summary>
    protected static IEnumerable<(string Where, string What)> Wrong(HeldList held) =>
        held.Lines.SelectMany(line => line.Mistakes).Select(mistake => (mistake.Where, mistake.Key[(mistake.Key.LastIndexOf('.') + 1)..]));
}
