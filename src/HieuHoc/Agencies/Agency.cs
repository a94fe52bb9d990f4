namespace HieuHoc.Agencies;

/// <summary>For how much of the country an agency works.</summary>
public enum AgencyLevel
{
    Central,
    Province,
    District,
    Commune,
}

/// <summary>What an agency is; rounds and short forms are asked of kinds, never of names.</summary>
public enum AgencyKind
{
    Ministry,
    PeoplesCouncil,
    PeoplesCommittee,

    /// <summary>The office of a people's committee: văn phòng.</summary>
    Office,

    /// <summary>Sở, or a body equal to one.</summary>
    Department,

    /// <summary>A part of another agency: phòng.</summary>
    Division,

    /// <summary>The study-promotion Association: Hội Khuyến học.</summary>
    StudyPromotion,

    /// <summary>Another association that people join: Cựu giáo chức, Người cao tuổi.</summary>
    Association,

    /// <summary>The Front and the socio-political organisations around it.</summary>
    MassOrganisation,

    ArmedForces,
    PartyBody,
    Press,
    School,

    /// <summary>A centre, library, museum or culture house.</summary>
    Centre,

    /// <summary>A steering committee: ban chỉ đạo. Its members sit in it by their posts elsewhere.</summary>
    SteeringCommittee,
}

/// <summary>
/// The identity of an organisation, of one of its divisions or of a committee. Names and parents are dated facts; it ends
/// when it is merged, split or dissolved.
/// </summary>
public sealed class Agency
{
    /// <summary>Given by the installation; the same number is its subject.</summary>
    public required int Id { get; init; }

    /// <summary>The name by which packs and programs call it: <c>quang-tri.so-gddt</c>.</summary>
    public required string Code { get; init; }

    public required AgencyLevel Level { get; init; }

    public required AgencyKind Kind { get; init; }

    /// <summary>The place that it works for; null when the places loaded here do not reach back so far.</summary>
    public int? PlaceId { get; init; }

    /// <summary>Null when no source says when it began.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it existed; null while it does.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True when a person has compared it with its source.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>True when the first and the last day, as far as they are given, are those of the source and not of its month alone.</summary>
    public required bool DaysConfirmed { get; init; }

    public required string Source { get; init; }
}

/// <summary>A fact about an agency that holds from one day to another, both included; null where no source says the day.</summary>
public abstract class AgencyFact
{
    public required int AgencyId { get; init; }

    /// <summary>From 1, in the order of the pack.</summary>
    public required int Number { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

/// <summary>What an agency is called.</summary>
public sealed class AgencyName : AgencyFact
{
    public required string Name { get; init; }

    /// <summary>As offices abbreviate it: "Sở GDĐT".</summary>
    public string? ShortName { get; init; }

    /// <summary>Name and short name as searches compare them.</summary>
    public required string Folded { get; init; }
}

/// <summary>The agency that a division belongs to.</summary>
public sealed class AgencyParent : AgencyFact
{
    public required int ParentId { get; init; }
}

/// <summary>Another word by which people look for an agency.</summary>
public sealed class AgencyAlias
{
    public required int AgencyId { get; init; }

    public required string Alias { get; init; }

    public required string Folded { get; init; }
}

/// <summary>A matter that passed from one agency to another; an agency that was divided has a successor per matter.</summary>
public sealed class AgencySuccession
{
    /// <summary>The matter that stands for everything that no other succession of the same agency names.</summary>
    public const string Everything = "everything";

    public required int FromId { get; init; }

    public required int ToId { get; init; }

    /// <summary>The code of the matter in the pack.</summary>
    public required string Matter { get; init; }

    /// <summary>The first day on which the successor answers for it.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>True when the day is the source's; false when only its month is known.</summary>
    public required bool DayConfirmed { get; init; }

    public required bool Confirmed { get; init; }

    public required string Source { get; init; }
}

/// <summary>A post in a committee, and the post elsewhere whose holder has it; never a person.</summary>
public sealed class AgencyPost
{
    public required int AgencyId { get; init; }

    /// <summary>From 1, the highest first.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The agency whose post brings the seat.</summary>
    public int? HolderId { get; init; }

    /// <summary>The post that brings the seat: "Phó Chủ tịch".</summary>
    public required string HolderPost { get; init; }

    public required bool Confirmed { get; init; }

    public required string Source { get; init; }
}

/// <summary>
/// Who reaches whom: every agency with itself, the agencies that it belongs to and, for ended ones, their successors with
/// those above them. Undated, like <c>place_reach</c>.
/// </summary>
public sealed class AgencyReach
{
    public required int AgencyId { get; init; }

    public required int AncestorId { get; init; }
}
