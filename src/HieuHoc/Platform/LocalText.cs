using System.Globalization;
using System.Text.Json.Serialization;

namespace HieuHoc.Platform;

/// <summary>A name or sentence that comes with a pack, in both languages of the interface.</summary>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>In the language of the person who reads.</summary>
    [JsonIgnore]
    public string Here => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Vi;

    public override string ToString() => Here;
}
