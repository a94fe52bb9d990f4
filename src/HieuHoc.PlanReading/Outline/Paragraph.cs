using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Outline;

/// <summary>A paragraph put together from its lines, with the number or bullet that it begins with.</summary>
/// <param name="Text">Without the marker.</param>
/// <param name="Whole">With it.</param>
internal sealed record Paragraph(MappedText Text, MappedText Whole, Marker? Marker)
{
    public static Paragraph Of(MappedText whole)
    {
        var marker = MarkerReader.Read(whole.Text);

        return new(marker is { } found ? whole.From(found.Length).Trim() : whole, whole, marker);
    }
}
