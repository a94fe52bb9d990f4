using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace HieuHoc.Platform.Packs;

/// <summary>The JSON schemas of the kinds of packs, made from the types that read them, so that neither can drift.</summary>
public static class PackSchemas
{
    /// <summary>The schema of one kind as the file <c>packs/schema/KIND.json</c> holds it.</summary>
    public static string Of(PackKind kind)
    {
        var schema = Json.Readable.GetJsonSchemaAsNode(kind.DocumentType, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["title"] = kind.Folder;

        return Ordered((JsonObject)schema).ToJsonString(Json.Readable).ReplaceLineEndings("\n") + "\n";
    }

    // The two lines that say what the file is come first.
    private static JsonObject Ordered(JsonObject schema) => new(
        schema.OrderBy(member => member.Key is "$schema" ? 0 : member.Key is "title" ? 1 : 2)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
