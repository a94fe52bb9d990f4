using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>A line of a fund book as it is stated.</summary>
/// <param name="Amount">Null where no value is stated.</param>
public sealed record StatedFundEntry(FundEntryKind Kind, FundForm Form, long? Amount, DateOnly Day, string What)
{
    /// <summary>The most learners of one line.</summary>
    public const int MostLearners = 1_000_000;

    /// <summary>Who gave.</summary>
    public string Giver { get; init; } = "";

    /// <summary>True where the giver said that the book may name them.</summary>
    public bool AgreesToBeNamed { get; init; }

    public FundPurpose? Purpose { get; init; }

    public LearnerGroup? Group { get; init; }

    public string GroupWords { get; init; } = "";

    public int? Learners { get; init; }

    public FundEntryId? Corrects { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>What a line states.</summary>
    public static StatedFundEntry Of(FundEntry entry) => new(entry.Kind, entry.Form, entry.Amount, entry.Day, entry.What)
    {
        Giver = entry.Giver,
        AgreesToBeNamed = entry.Giver.Length > 0,
        Purpose = entry.Purpose,
        Group = entry.Group,
        GroupWords = entry.GroupWords,
        Learners = entry.Learners,
        Corrects = entry.Corrects,
        Reason = entry.Reason,
    };

    /// <summary>The same with its texts as they are kept, and without what its kind and purpose do not have.</summary>
    public StatedFundEntry Kept()
    {
        var (given, giver) = (Kind is FundEntryKind.Allotment, Kind is FundEntryKind.Receipt ? TypedText.Line(Giver) : "");
        var purpose = given ? Purpose ?? FundPurpose.Other : (FundPurpose?)null;
        var group = purpose is FundPurpose.Scholarship ? Group : null;

        return this with
        {
            What = TypedText.Line(What),
            Giver = giver,
            AgreesToBeNamed = giver.Length > 0 && AgreesToBeNamed,
            Purpose = purpose,
            Group = group,
            GroupWords = group is LearnerGroup.Other ? TypedText.Line(GroupWords) : "",
            Learners = purpose is FundPurpose.Scholarship ? Learners : null,
            Reason = Corrects is null ? "" : TypedText.Line(Reason),
        };
    }

    /// <summary>Why it cannot be kept, whatever else the book says.</summary>
    public Refusal? Unfit(DateOnly today)
    {
        if (Giver.Length > 0 && !AgreesToBeNamed)
        {
            return new GiverDidNotAgree();
        }

        if (Purpose is FundPurpose.Scholarship && UnfitScholarship() is { } unfit)
        {
            return unfit;
        }

        return UnfitAmount() ?? MoneyWords.Unfit(What, Day, today) ?? MoneyWords.UnfitGiver(Giver) ?? MoneyWords.UnfitReason(Reason, Corrects is not null);
    }

    private Refusal? UnfitScholarship()
    {
        if (Group is null || (Group is LearnerGroup.Other && GroupWords.Length is 0 or > TypedBudgetLine.LongestText))
        {
            return new LearnerGroupMissing();
        }

        return Learners is >= 1 and <= MostLearners ? null : new LearnersUnfit(MostLearners);
    }

    /// <summary>Things may have no value; money has one.</summary>
    private Refusal? UnfitAmount() => Form is FundForm.InKind && Amount is null ? null : MoneyAmount.Unfit(Amount, Corrects is not null);
}
