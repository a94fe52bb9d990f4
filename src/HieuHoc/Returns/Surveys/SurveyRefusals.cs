using HieuHoc.Platform;

namespace HieuHoc.Returns.Surveys;

/// <summary>A survey is taken down by the standing agency of the programme.</summary>
public sealed record SurveyNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>The indicator is counted; its pack does not say that a survey may state it.</summary>
public sealed record IndicatorTakesNoSurvey() : Refusal(RefusalKind.NotFound);

/// <summary>Somebody was asked, and no more than there are people.</summary>
public sealed record SurveySizeOutOfRange(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Those who meet it are among those who were asked.</summary>
public sealed record SurveyMeetingOutOfRange(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A survey was held once its period had begun, and not in days to come.</summary>
public sealed record SurveyDayOutOfRange(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>The confidence is one of those in use.</summary>
public sealed record SurveyConfidenceUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The stated interval has both ends, lies between 0 and 100, and the share lies in it.</summary>
public sealed record SurveyIntervalUnfit() : Refusal(RefusalKind.Invalid);

/// <summary>Nobody can judge a survey without knowing how people were chosen.</summary>
public sealed record SurveyMethodMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A stated value names who states it.</summary>
public sealed record SurveySourceMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A correction says why.</summary>
public sealed record SurveyReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The texts are read by people: they have their length.</summary>
public sealed record SurveyTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Somebody took down another version since the page was opened, or under the same id.</summary>
public sealed record SurveyChangedMeanwhile() : Refusal(RefusalKind.Conflict);
