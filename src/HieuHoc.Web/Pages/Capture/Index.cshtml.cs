using System.Text.Encodings.Web;
using System.Text.Json;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Capture;

/// <summary>
/// The page that opens without network. It is the same for everybody and knows nobody: whose records it shows is known to the device
/// alone, so that it may be kept there.
/// </summary>
[AllowAnonymous]
public sealed class IndexModel(Texts texts) : PageModel
{
    private static readonly IReadOnlyList<string> Words =
    [
        "allSent", "balance", "bothValues", "broken", "filed", "full", "giveUp", "here", "kept", "later", "leave", "noFile", "none", "notEnrolled", "nothingYet", "notSafe",
        "offline", "offline.short", "online", "page", "refused", "returned", "revoked", "save", "send", "sent", "session", "session.link", "signOut", "unbalanced", "unsent", "unsupported",
    ];

    // The scripts fill these places: here each stands for itself.
    private static readonly IReadOnlyList<(string Name, object? Value)> Places =
        [.. ((IReadOnlyList<string>)["at", "code", "count", "error", "name", "received", "sent", "theirs", "yours"]).Select(name => (name, (object?)$"{{{name}}}"))];

    private static readonly IReadOnlyList<string> FormWords = ["hard", "soft", "unanswered", "unreadable"];

    // Inside a script element only "<" could end it, and the default encoder writes it as an escape.
    private static readonly JsonSerializerOptions Inside = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>All that the scripts say, in the reader's language, as JSON.</summary>
    public string Texts
    {
        get
        {
            var words = Words.ToDictionary(word => word, object (word) => texts[$"capture.words.{word}", Places]);
            words["form"] = FormWords.ToDictionary(word => word, word => texts[$"capture.form.{word}"]);

            return JsonSerializer.Serialize(words, Inside);
        }
    }
}
