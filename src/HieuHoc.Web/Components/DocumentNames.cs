using HieuHoc.Documents;
using HieuHoc.Platform;

namespace HieuHoc.Web.Components;

/// <summary>What people call a document.</summary>
public static class DocumentNames
{
    extension(Texts texts)
    {
        /// <summary>"Quyết định số 1373/QĐ-TTg"; without a number its title.</summary>
        public string DocumentName(DocumentType type, string? number, string title) =>
            number is null ? title : texts["documents.named", ("type", texts[$"documentType.{type}"]), ("number", number)];

        /// <summary>The name of a line of the register.</summary>
        public string DocumentName(DocumentLine line) => texts.DocumentName(line.Type, line.Number, line.Title);

        /// <summary>The name of a document of the register.</summary>
        public string DocumentName(OfficialDocument document) => texts.DocumentName(document.Type, document.Number, document.Title);
    }
}
