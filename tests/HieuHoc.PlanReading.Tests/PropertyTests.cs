using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace HieuHoc.PlanReading.Tests;

public sealed class PropertyTests
{
    private static readonly Gen<PlanCase> Documents = Gen.Elements<PlanCase>(PlanCase.All);

    [Fact]
    public void Any_beginning_of_a_document_is_read_and_every_span_lies_in_it() =>
        Always.Holds(
            from document in Documents
            from length in Gen.Choose(0, document.Text.Length)
            select document.Text[..length],
            IsReadWithin);

    [Fact]
    public void Any_piece_cut_out_of_a_document_is_read() =>
        Always.Holds(
            from document in Documents
            from start in Gen.Choose(0, document.Text.Length)
            from length in Gen.Choose(0, document.Text.Length - start)
            select document.Text.Substring(start, length),
            IsReadWithin);

    [Fact]
    public void Any_characters_are_read() =>
        Always.Holds(
            Gen.Elements("I. ", "1.1. ", "a) ", "- ", "\n", "\f", "\t", "100%", "02 xã", "KẾ HOẠCH", "Nơi nhận:", "TM. ", "báo cáo ", "trước ngày 30/11", "“", "”", "(", ")", "\"", "\uD83D", "\u0301", "Mc tiêu c th", "Điều 1.", ";", ".", ":", "mức độ 2", "đ", "Số: ", "Sở ", "CHỦ TỊCH\n", "PHỤ LỤC I", "Phụ lục số 2: ").ListOf()
                .Select(string.Concat),
            IsReadWithin);

    [Fact]
    public void The_normal_form_makes_no_difference() =>
        Always.Holds(Documents, document => Alike(document.Text.Normalize(NormalizationForm.FormC), document.Text.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Windows_line_ends_make_no_difference() =>
        Always.Holds(Documents, document => Alike(document.Text, document.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void Lines_broken_at_any_margin_make_no_difference() =>
        Always.Holds(
            from document in Gen.Elements<PlanCase>(PlanCase.All.Where(Wrapping.HasWholeLines))
            from margin in Gen.Choose(65, 110)
            select (document, margin),
            given => Alike(given.document.Text, Wrapping.At(given.margin, given.document.Text)));

    private static bool IsReadWithin(string text)
    {
        var plan = PlanReader.Read(text);
        var spans = plan.Targets.Select(target => target.Span)
            .Concat(plan.Tasks.Select(task => task.Span))
            .Concat(plan.LegalBases.Select(cited => cited.Span))
            .Concat(plan.Assignments.Select(assignment => assignment.Span))
            .Concat(plan.Reporting.Select(duty => duty.Span))
            .Concat(plan.Recipients.Select(recipient => recipient.Span))
            .Concat(plan.Objectives.Select(objective => objective.Span))
            .Concat(plan.Money.Select(clause => clause.Span));

        return spans.All(span => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length);
    }

    private static bool Alike(string one, string other) => Said(one) == Said(other);

    /// <summary>Everything that was read, but where it stands.</summary>
    private static string Said(string text)
    {
        var read = PlanJson.Of(PlanReader.Read(text));
        // Doubts quote the source, which was written otherwise.
        read.Remove("doubts");
        Forget(read);

        return read.ToJsonString();
    }

    private static void Forget(JsonNode? node)
    {
        if (node is JsonObject item)
        {
            item.Remove("at");

            foreach (var member in item.Select(member => member.Value).ToList())
            {
                Forget(member);
            }
        }

        foreach (var member in node as JsonArray ?? [])
        {
            Forget(member);
        }
    }
}
