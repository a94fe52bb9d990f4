using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>
/// The user name is unknown, the password is wrong or the account is locked: one answer for all three, so that nobody
/// learns which accounts exist.
/// </summary>
public sealed record SignInRefused(int Failures, int Minutes) : Refusal(RefusalKind.Invalid);

/// <summary>The password was right, but the account holds no role today.</summary>
public sealed record NoRoleToday() : Refusal(RefusalKind.Forbidden);

/// <summary>Accounts are kept by administrators.</summary>
public sealed record AccountsNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such account in this programme.</summary>
public sealed record PersonNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Another account of the installation has this user name, perhaps in another programme.</summary>
public sealed record UserNameTaken(string UserName) : Refusal(RefusalKind.Conflict);

/// <summary>A user name is 3 to 40 letters a–z, digits, dots, hyphens or underscores, beginning and ending with a letter or digit.</summary>
public sealed record UserNameIllFormed(string UserName) : Refusal(RefusalKind.Invalid);

/// <summary>An account is shown by the name of its post.</summary>
public sealed record DisplayNameMissing() : Refusal(RefusalKind.Invalid);

/// <summary>No mail can be written to what was typed.</summary>
public sealed record MailAddressIllFormed() : Refusal(RefusalKind.Invalid);

/// <summary>The place does not exist, or lies outside the administrator's part of the hierarchy.</summary>
public sealed record AccountPlaceUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The role answers at another level than that of the place.</summary>
public sealed record RoleDoesNotFitPlace(Role Role) : Refusal(RefusalKind.Invalid);

/// <summary>The programme's figures are made up: it takes no accounts beside those that it shows.</summary>
public sealed record ProgrammeIsDemo() : Refusal(RefusalKind.Conflict);

/// <summary>The password has too few characters.</summary>
public sealed record PasswordTooShort(int AtLeast) : Refusal(RefusalKind.Invalid);

/// <summary>The password is among the first that anyone would guess, or holds the user name.</summary>
public sealed record PasswordTooCommon() : Refusal(RefusalKind.Invalid);

/// <summary>Of the accounts that were asked for none waits for a first password: each is shown once, when it is made.</summary>
public sealed record NobodyAwaitsPassword() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else set this account's password at the same moment.</summary>
public sealed record PasswordChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>The role is given for an agency.</summary>
public sealed record AgencyMissing(Role Role) : Refusal(RefusalKind.Invalid);

/// <summary>There is no such agency today in the administrator's part of the hierarchy.</summary>
public sealed record AgencyUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The role is not given for agencies of this kind, or the agency works for another place.</summary>
public sealed record RoleDoesNotFitAgency(Role Role) : Refusal(RefusalKind.Invalid);

/// <summary>The role is given for one programme.</summary>
public sealed record ProgrammeMissing(Role Role) : Refusal(RefusalKind.Invalid);

/// <summary>No pack describes a programme of this code.</summary>
public sealed record ProgrammeUnknown(string Programme) : Refusal(RefusalKind.Invalid);

/// <summary>The person holds this very role already, today or later.</summary>
public sealed record RoleHeldAlready(Role Role) : Refusal(RefusalKind.Conflict);

/// <summary>There is no such role in the part of the hierarchy whose accounts the actor keeps.</summary>
public sealed record GrantNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The last day given lies before the first, or before yesterday: what was done in the role stays done.</summary>
public sealed record LastDayTooEarly(DateOnly Earliest) : Refusal(RefusalKind.Invalid);

/// <summary>The role has ended already.</summary>
public sealed record RoleEndedAlready(DateOnly LastDay) : Refusal(RefusalKind.Conflict);

/// <summary>Without this account nobody would keep the accounts of the programme.</summary>
public sealed record LastAdministrator() : Refusal(RefusalKind.Conflict);

/// <summary>The holder has no role to hand over on that day.</summary>
public sealed record NothingToHandOver() : Refusal(RefusalKind.Conflict);

/// <summary>A post is handed over to somebody else.</summary>
public sealed record SuccessorIsHolder() : Refusal(RefusalKind.Invalid);

/// <summary>The role answers for nobody's absence: an auditor's eyes and an administrator's keys are their own.</summary>
public sealed record RoleCannotBeDelegated(Role Role) : Refusal(RefusalKind.Forbidden);

/// <summary>Who stands in for another cannot hand that role on, nor keep accounts with it.</summary>
public sealed record DelegationNotPassedOn() : Refusal(RefusalKind.Forbidden);

/// <summary>A delegation begins today or later and ends on or after its first day, while the role itself holds.</summary>
public sealed record DelegationDaysDoNotFit(DateOnly Earliest) : Refusal(RefusalKind.Invalid);

/// <summary>A delegation says why.</summary>
public sealed record DelegationReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The reason is longer than a paper's line of reasons.</summary>
public sealed record DelegationReasonTooLong(int AtMost) : Refusal(RefusalKind.Invalid);

/// <summary>Nobody of this user name answers for the same place today, or it is the absent one.</summary>
public sealed record DelegateNotColleague() : Refusal(RefusalKind.Invalid);

/// <summary>The colleague has a step of their own at the same returns: one pair of eyes would do the work of two.</summary>
public sealed record DelegateSharesReturns() : Refusal(RefusalKind.Conflict);

/// <summary>There is no such delegation by or to the person, or in the accounts that they keep.</summary>
public sealed record DelegationNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Somebody stands in for this role on one of these days already.</summary>
public sealed record DelegatedAlready(DateOnly From, DateOnly LastDay) : Refusal(RefusalKind.Conflict);

/// <summary>The actor keeps no account of this user name to hand a post over to.</summary>
public sealed record SuccessorUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The person has no such session.</summary>
public sealed record SessionNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The password that holds now was typed wrongly.</summary>
public sealed record OldPasswordWrong() : Refusal(RefusalKind.Invalid);

/// <summary>The new password is the one that holds now.</summary>
public sealed record PasswordIsTheSame() : Refusal(RefusalKind.Invalid);

/// <summary>The new password was not typed twice in the same way.</summary>
public sealed record PasswordsDiffer() : Refusal(RefusalKind.Invalid);

/// <summary>Too many attempts failed from one address.</summary>
public sealed record TooManyAttempts(int Minutes) : Refusal(RefusalKind.TooOften);

/// <summary>A token is for what the list of scopes names.</summary>
public sealed record ScopeUnknown(string Scope, string Known) : Refusal(RefusalKind.Invalid);

/// <summary>A token holds from one day to a year.</summary>
public sealed record TokenLifeOutOfRange(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The person has no such token.</summary>
public sealed record TokenNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The person has an authenticator already.</summary>
public sealed record AuthenticatorInUse() : Refusal(RefusalKind.Conflict);

/// <summary>The person has no authenticator.</summary>
public sealed record AuthenticatorNotSetUp() : Refusal(RefusalKind.Conflict);

/// <summary>The browser's answer is not that of a passkey that holds, or came too late: one answer for all.</summary>
public sealed record PasskeyNotValid() : Refusal(RefusalKind.Invalid);

/// <summary>A passkey has a name by which its person tells it from others.</summary>
public sealed record PasskeyNameMissing(int AtMost) : Refusal(RefusalKind.Invalid);

/// <summary>Who signed in with a PIN adds no passkey: the commune could not end it with the telephone.</summary>
public sealed record PasskeyNotWithPin() : Refusal(RefusalKind.Forbidden);

/// <summary>The person has as many passkeys as anyone may have.</summary>
public sealed record TooManyPasskeys(int Most) : Refusal(RefusalKind.Conflict);

/// <summary>The person has no such passkey.</summary>
public sealed record PasskeyNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The first code of a new authenticator is not the one that it should show.</summary>
public sealed record FirstCodeWrong() : Refusal(RefusalKind.Invalid);

/// <summary>The code is wrong, was used before, or the account is locked: one answer for all.</summary>
public sealed record SecondFactorWrong(int Failures, int Minutes) : Refusal(RefusalKind.Invalid);

/// <summary>There is no such village officer in the actor's part of the hierarchy.</summary>
public sealed record VillageOfficerNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The code of an enrolment is wrong, was used, or is too old.</summary>
public sealed record EnrolmentNotValid(int Minutes) : Refusal(RefusalKind.Invalid);

/// <summary>A PIN is six digits.</summary>
public sealed record PinIllFormed(int Digits) : Refusal(RefusalKind.Invalid);

/// <summary>The PIN is a run, a repetition or a date.</summary>
public sealed record PinTooCommon() : Refusal(RefusalKind.Invalid);

/// <summary>The PIN was not typed twice in the same way.</summary>
public sealed record PinsDiffer() : Refusal(RefusalKind.Invalid);

/// <summary>The PIN is wrong.</summary>
public sealed record PinWrong(int Left) : Refusal(RefusalKind.Invalid);

/// <summary>The device was never enrolled, was ended, or is locked after too many wrong PINs.</summary>
public sealed record DeviceNotValid() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such device, or it is somebody else's.</summary>
public sealed record DeviceNotFound() : Refusal(RefusalKind.NotFound);
