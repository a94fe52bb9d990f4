using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Returns;

/// <summary>The papers behind the answers of a return.</summary>
public static class ReturnPapers
{
    extension(HieuHocDb db)
    {
        /// <summary>What lies with a return now; what was taken away counts no longer.</summary>
        public IQueryable<Attachment> AttachmentsOf(Return @return)
        {
            var record = ReturnAttachments.RecordOf(@return.Id);

            return db.Attachments.Where(row =>
                row.Owner == @return.Owner && row.Kind == ReturnAttachments.Kind && row.Record == record && row.EndedAt == null);
        }
    }
}
