namespace HieuHoc.Papers;

/// <summary>A paper in the layout of Decree 30/2020/NĐ-CP: a report, a plan, a submission or an official letter.</summary>
public sealed record OfficialPaper
{
    /// <summary>The body above the issuer, such as the people's committee above a department; none for the highest body.</summary>
    public required string? ParentIssuer { get; init; }

    /// <summary>The body that issues the paper.</summary>
    public required string Issuer { get; init; }

    /// <summary>Number and symbol with the number left blank for the clerk: "Số:        /BC-SGDĐT".</summary>
    public required string NumberPattern { get; init; }

    /// <summary>Place and date with the day left blank where it is not known yet.</summary>
    public required string PlaceAndDate { get; init; }

    /// <summary>The kind of paper ("BÁO CÁO"); null makes an official letter, whose abstract stands under its number.</summary>
    public required string? Type { get; init; }

    /// <summary>What the paper is about, in one sentence without a full stop.</summary>
    public required string Abstract { get; init; }

    /// <summary>To whom the paper goes up (Kính gửi); empty when it goes only to its recipients.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The legal bases (Căn cứ …), without their closing marks.</summary>
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>The content in reading order; the layout closes it with "./.".</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>Who signs.</summary>
    public required SignatureBlock Signature { get; init; }

    /// <summary>Who receives a copy (Nơi nhận); the last line is the archive ("Lưu: VT").</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Tables and lists that follow the paper, each on pages of its own.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Words of urgency ("HỎA TỐC"), framed under the number.</summary>
    public IReadOnlyList<string> Stamps { get; init; } = [];

    /// <summary>Words printed pale across every page, such as "SỐ LIỆU MINH HỌA".</summary>
    public string? Watermark { get; init; }
}

/// <summary>Authority, room for the signature, and the signer's name; never an image of either.</summary>
public sealed record SignatureBlock
{
    /// <summary>The lines of authority: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    /// <summary>Full name without academic titles; null leaves its place blank.</summary>
    public string? SignerName { get; init; }
}

/// <summary>An annex on its own pages, numbered from its own page 1.</summary>
public sealed record Annex
{
    /// <summary>The Roman number; null when the paper has only one annex.</summary>
    public string? Number { get; init; }

    /// <summary>The annex's title.</summary>
    public required string Title { get; init; }

    /// <summary>To which paper it belongs: "Kèm theo Báo cáo số …".</summary>
    public string? Reference { get; init; }

    /// <summary>Wide tables lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>The annex's content.</summary>
    public required IReadOnlyList<Block> Body { get; init; }
}
