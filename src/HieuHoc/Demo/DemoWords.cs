using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// What a few senders of the demonstration write in a report of their own, section by section. Their difficulties are of the kind that
/// any place has, and blame nobody.
/// </summary>
internal sealed record DemoWords(string Key, IReadOnlyList<string> Sections)
{
    /// <summary>Those of a commune whose report waits to be checked.</summary>
    public static DemoWords OfWaitingCommune { get; } = new("demo.words.waiting", ["leadership", "next-year", "difficulties", "proposals"]);

    /// <summary>Those of a commune that is confirmed; the standing agency has replied to its difficulty.</summary>
    public static DemoWords OfConfirmedCommune { get; } = new("demo.words.confirmed", ["leadership", "assessment", "difficulties"]);

    /// <summary>Those of two departments, by the code of the agency.</summary>
    public static IReadOnlyDictionary<string, DemoWords> OfAgencies { get; } = new Dictionary<string, DemoWords>
    {
        ["quang-tri.so-vhttdl"] = new("demo.words.culture", ["leadership", "difficulties"]),
        ["quang-tri.so-nnmt"] = new("demo.words.farming", ["leadership", "proposals"]),
    };

    /// <summary>What one section says.</summary>
    public TypedSection Of(string section, Texts texts)
    {
        var text = texts.In("vi", $"{Key}.{section}");

        return section is "difficulties" or "proposals"
            ? new TypedSection(null, [new TypedItem(new DifficultyId(Guid.CreateVersion7()), text, section is "proposals" ? texts.In("vi", "demo.words.addressee") : null)])
            : new TypedSection(text, []);
    }
}

/// <summary>Replies as the standing agency to what was written, once.</summary>
internal sealed class DemoReplies(DbEngine engine, Texts texts, StoryTime time)
{
    public async Task RunAsync(ReturnId id, Actor receiver, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.NextStep();

        foreach (var open in await db.DifficultiesVisibleTo(receiver).AsNoTracking().Where(item => item.ReturnId == id && item.Reply == null).ToListAsync(ct))
        {
            var replied = await new ReplyToDifficulty(db, new ProgrammeClock(time))
                .RunAsync(open.Id, new SaidToDifficulty(open.Revision, DifficultyReply.Answered, texts.In("vi", "demo.words.reply")), receiver, ct);
            _ = replied.Value;
        }
    }
}
