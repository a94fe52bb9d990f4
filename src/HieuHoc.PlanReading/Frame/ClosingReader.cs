using HieuHoc.PlanReading.Content;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Parts what closes a document and speaks of the whole plan ("Trong quá trình thực hiện, nếu có vướng mắc …") from its last item.</summary>
internal static class ClosingReader
{
    private static readonly PhraseSet Closings = WordLists.Set("closings");

    private static readonly PhraseSet OfThePlan = WordLists.Set("closingsOfThePlan");

    private static readonly PhraseSet Troubles = WordLists.Set("troubles");

    public static (IReadOnlyList<MappedText> Body, IReadOnlyList<MappedText> Closing) Part(List<MappedText> paragraphs)
    {
        var last = paragraphs.FindLastIndex(paragraph => MarkerReader.Read(paragraph.Text) is { IsBullet: false });

        for (var i = last; i >= 0 && i < paragraphs.Count; i++)
        {
            var at = i > last && Closings.Opening(Fold.Of(paragraphs[i].Text)) is not null ? 0 : Inside(paragraphs[i]);

            if (at >= 0)
            {
                IEnumerable<MappedText> before = [.. paragraphs[..i], paragraphs[i].Slice(0, at).Trim()];

                return ([.. before.Where(paragraph => !paragraph.IsEmpty)], [paragraphs[i].From(at), .. paragraphs[(i + 1)..]]);
            }
        }

        return (paragraphs, []);
    }

    /// <summary>Where a closing sentence begins that grew together with the paragraph before it; -1: nowhere.</summary>
    private static int Inside(MappedText paragraph)
    {
        var tokens = Tokens.Of(paragraph);

        return Sentences.Of(tokens)
            .Where(sentence => sentence.From > 0 && tokens[sentence.From].BeginsWithCapital && Closes(tokens, sentence.From))
            .Select(sentence => tokens[sentence.From].Start)
            .FirstOrDefault(-1);
    }

    /// <summary>An agency too is told what to do "trong quá trình thực hiện": only who is in trouble, or the last words of all, mean everybody.</summary>
    private static bool Closes(Tokens tokens, int from) =>
        OfThePlan.LengthAt(tokens, from) > 0
        || (Closings.LengthAt(tokens, from) > 0 && (tokens.Has(Troubles, from, tokens.Count) || tokens.Text.Text.EndsWith("./.", StringComparison.Ordinal)));
}
