using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Reads the list under "Nơi nhận".</summary>
internal static class RecipientsReader
{
    private static readonly PhraseSet Heads = WordLists.Set("recipientsHeads");

    public static IReadOnlyList<Recipient> Read(IReadOnlyList<Line> tail)
    {
        var recipients = new List<MappedText>();
        var isOpen = false;

        foreach (var line in tail.SkipWhile(line => Heads.Opening(line.Folded) is null))
        {
            var text = Heads.Opening(line.Folded) is { } head ? AfterHead(line.Mapped, head.Length) : line.Mapped;

            if (SignatureReader.Begins(line))
            {
                break;
            }

            foreach (var part in Parts(text))
            {
                if (part.Text[0] is '-' or '–' or '+' or '•')
                {
                    recipients.Add(part);
                    isOpen = true;
                }
                else if (isOpen)
                {
                    recipients[^1] = MappedText.Join(recipients[^1], part);
                }

                isOpen = isOpen && part.Text[^1] is not (';' or '.');
            }
        }

        return [.. recipients.Select(Recipient).Where(recipient => recipient.Name.Length > 0)];
    }

    private static MappedText AfterHead(MappedText text, int length)
    {
        var rest = text.From(length);

        return rest.From(rest.Length - rest.Text.AsSpan().TrimStart([':', ' ', '\t']).Length).Trim();
    }

    /// <summary>Several on one line are parted where one ends and the next bullet begins.</summary>
    private static IEnumerable<MappedText> Parts(MappedText text)
    {
        while (!text.IsEmpty)
        {
            var end = text.Text.IndexOf("; -", StringComparison.Ordinal);
            yield return end < 0 ? text : text.Slice(0, end + 1);
            text = end < 0 ? MappedText.Empty : text.From(end + 2);
        }
    }

    private static Recipient Recipient(MappedText text)
    {
        var name = text.From(text.Length - text.Text.AsSpan().TrimStart("-–+• ").Length);
        name = name.Slice(0, name.Text.AsSpan().TrimEnd(";./, ").Length).Squeeze();

        return new(name.Text, name.Span);
    }
}
