using DocumentFormat.OpenXml.Packaging;

namespace HieuHoc.PlanReading.Files;

/// <summary>
/// Finds what a Word file would fetch from elsewhere: linked pictures and objects, templates on another machine. A link that a reader
/// may click fetches nothing, and the path of the writer's own template (C:\…\Normal.dotm), which most files have, is nobody else's.
/// </summary>
internal static class ExternalParts
{
    private const string Template = "/attachedTemplate";

    public static bool Any(OpenXmlPackage document) =>
        document.ExternalRelationships.Concat(document.GetAllParts().SelectMany(part => part.ExternalRelationships))
            .Any(link => !IsOwnTemplate(link));

    private static bool IsOwnTemplate(ExternalRelationship link) =>
        link.RelationshipType.EndsWith(Template, StringComparison.Ordinal) && (!link.Uri.IsAbsoluteUri || (link.Uri.IsFile && !link.Uri.IsUnc));
}
