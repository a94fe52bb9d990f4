using HieuHoc.Returns.Reasons;

namespace HieuHoc.Returns;

/// <summary>What is found in a version of a return, and the reasons that were given for it.</summary>
/// <param name="All">Checks before comparisons, each in the order of the form.</param>
/// <param name="Reasons">The reasons that hold in the version.</param>
public sealed record ReturnFindings(IReadOnlyList<Finding> All, FormsPack Form, IReadOnlyList<ReturnReason> Reasons)
{
    /// <summary>How many have to be mended before the return is handed on.</summary>
    public int Hard => All.Count(finding => finding.Weight is FindingWeight.Hard);

    /// <summary>Those that ask a reason.</summary>
    public IReadOnlyList<Finding> Soft => [.. All.Where(finding => finding.Weight is FindingWeight.Soft)];

    /// <summary>Those that ask a reason and have none.</summary>
    public IReadOnlyList<Finding> Unexplained => [.. Soft.Where(finding => Of(finding) is null)];

    /// <summary>The reasons that explain nothing any longer: the figure was mended, or nobody finds it odd now.</summary>
    public IReadOnlyList<ReturnReason> Idle => [.. Reasons.Where(reason => Soft.All(finding => !Explains(reason, finding)))];

    /// <summary>Why a finding is right all the same: its own reason, or that of its section; null where nobody has said, and of one that is to be mended.</summary>
    public ReturnReason? Of(Finding finding) => finding.Weight is FindingWeight.Hard ? null
        : Reasons.Where(reason => Explains(reason, finding)).OrderBy(reason => reason.Cell.Length == 0).FirstOrDefault();

    /// <summary>The reason that covers all that is found in a section; null where there is none.</summary>
    public ReturnReason? Of(FormSection section) => Reasons.FirstOrDefault(reason => reason.IsAt(section.Code, ""));

    /// <summary>What asks a reason in a section.</summary>
    public IReadOnlyList<Finding> SoftIn(FormSection section) => [.. Soft.Where(finding => Form.SectionOf(finding.Cell) == section)];

    private bool Explains(ReturnReason reason, Finding finding) =>
        reason.IsAt(finding.Code, finding.Cell) || reason.IsAt(Form.SectionOf(finding.Cell).Code, "");
}
