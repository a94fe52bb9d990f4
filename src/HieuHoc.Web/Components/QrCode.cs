using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace HieuHoc.Web.Components;

/// <summary>A QR code as an SVG drawing: black on white in any colour scheme, or cameras do not read it.</summary>
public static class QrCode
{
    /// <param name="label">What it is, for those who hear the page.</param>
    public static IHtmlContent Svg(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();

        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new HtmlContentBuilder()
            .AppendHtml($"<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {rows.Count} {rows.Count}\" aria-label=\"").Append(label)
            .AppendHtml($"\"><path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}h-{rows.Count}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
