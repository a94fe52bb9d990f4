using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Api;

/// <summary>Marks and their conversation through the API.</summary>
public sealed class CellsApiTests : ApiTest
{
    private HttpClient agency = null!;
    private HttpClient officer = null!;
    private string address = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var id = (await ReturnOfAsync(HaiLang)).Id;
        await TypeAsync(id);
        await TakeAsync(id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        (agency, officer, address) = (await ProgramAsync(Role.StandingAgency), await ProgramAsync(Role.CommuneOfficer), $"/api/v1/returns/{id.Value}");
    }

    [Fact]
    public async Task The_receiver_sets_the_marks_and_the_sender_reads_them_once_asked_to_mend()
    {
        var marked = await MarkAsync("family.total");

        Assert.Equal(["family.total"], Marks(marked));
        Assert.Empty(Marks(await AskAsync(officer, address)));
        Assert.Equal("to-mend", (await SendAsync(agency, HttpMethod.Post, address + "/steps", new { step = "ask-to-mend" }, "*")).Body.GetProperty("state").GetString());
        var read = await AskAsync(officer, address);
        Assert.Equal(["family.total"], Marks(read));
        Assert.Equal(("Giảm nhiều", "receiver"), Assert.Single(read.Body.GetProperty("conversation").EnumerateArray()) is var said
            ? (said.GetProperty("text").GetString(), said.GetProperty("side").GetString()) : default);
    }

    [Fact]
    public async Task Another_cell_is_not_saved_and_each_marked_one_is_answered_before_it_is_submitted()
    {
        await MarkAsync("family.total");
        await SendAsync(agency, HttpMethod.Post, address + "/steps", new { step = "ask-to-mend" }, "*");
        var id = Guid.CreateVersion7();

        var frozen = await SendAsync(officer, HttpMethod.Put, address, new { answers = new Dictionary<string, int> { ["family.total"] = 3100, ["clan.total"] = 1 } }, "*");
        var refused = await SendAsync(officer, HttpMethod.Post, address + "/steps", new { step = "submit" }, "*");
        var said = await SayAsync(id, "Đúng sổ");
        var again = await SayAsync(id, "Đúng sổ");
        var other = await SayAsync(id, "Khác");
        var submitted = await SendAsync(officer, HttpMethod.Post, address + "/steps", new { step = "submit" }, "*");

        Assert.Equal((409, "CellsFrozen"), Problem(frozen));
        Assert.Equal("Dòng họ: tổng số", frozen.Body.GetProperty("cells").GetString());
        Assert.Equal((409, "CellsNotAnswered"), Problem(refused));
        Assert.Equal((200, 200), (said.Status, again.Status));
        Assert.Equal(2, again.Body.GetProperty("conversation").GetArrayLength());
        Assert.Equal((409, "RemarkDiffers"), Problem(other));
        Assert.Equal("awaiting-leader", submitted.Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_marks_from_the_same_version_change_nothing_and_others_are_a_conflict()
    {
        var version = (await AskAsync(agency, address)).Body.GetProperty("revision").GetInt32();
        await MarkAsync("family.total", $"{version}");

        var again = await MarkAsync("family.total", $"{version}");
        var other = await MarkAsync("clan.total", $"{version}");

        Assert.Equal((200, version + 1), (again.Status, again.Body.GetProperty("revision").GetInt32()));
        Assert.Equal((409, "ReturnChangedMeanwhile"), Problem(other));
    }

    [Fact]
    public async Task Marks_are_refused_with_their_own_words()
    {
        Assert.Equal((400, "VersionNotNamed"), Problem(await MarkAsync("family.total", null)));
        Assert.Equal((400, "MarkedCellNotAsked"), Problem(await MarkAsync("snow.depth")));
        Assert.Equal((403, "ReturnStepNotYours"), Problem(await SendAsync(officer, HttpMethod.Put, address + "/marks", Body("family.total"), "*")));
        Assert.Equal((409, "CellNotMarked"), Problem(await SayAsync(Guid.CreateVersion7(), "Đúng sổ")));
    }

    private Task<(int Status, JsonElement Body)> MarkAsync(string cell, string? version = "*") =>
        SendAsync(agency, HttpMethod.Put, address + "/marks", Body(cell), version);

    private Task<(int Status, JsonElement Body)> SayAsync(Guid id, string text) =>
        SendAsync(officer, HttpMethod.Put, address + "/remarks", new { remarks = new[] { new { id, cell = "family.total", text } } });

    private static object Body(string cell) => new { marks = new[] { new { cell, reason = "Giảm nhiều" } } };

    private static IEnumerable<string?> Marks((int Status, JsonElement Body) answer) =>
        answer.Body.GetProperty("marks").EnumerateArray().Select(mark => mark.GetProperty("cell").GetString());
}
