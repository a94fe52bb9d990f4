using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace HieuHoc.PlanReading;

/// <summary>What was read, as programs get it: docs/plan-reading.md describes each member.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(PlanDocument plan) => Of(plan).ToJsonString(Options);

    public static JsonObject Of(PlanDocument plan) => new()
    {
        ["document"] = Header(plan.Header),
        ["legalBases"] = List(plan.LegalBases, LegalBasis),
        ["objectives"] = List(plan.Objectives, objective => new() { ["clause"] = objective.Clause, ["kind"] = Camel(objective.Kind), ["text"] = objective.Text, ["at"] = At(objective.Span) }),
        ["targets"] = List(plan.Targets, Target),
        ["tasks"] = List(plan.Tasks, task => new() { ["clause"] = task.Clause, ["text"] = task.Text, ["at"] = At(task.Span) }),
        ["assignments"] = List(plan.Assignments, Assignment),
        ["money"] = List(plan.Money, Money),
        ["reporting"] = List(plan.Reporting, Duty),
        ["recipients"] = new JsonArray([.. plan.Recipients.Select(recipient => (JsonNode)recipient.Name)]),
        ["outline"] = List(plan.Outline, Item),
        ["doubts"] = List(plan.Doubts, doubt => new() { ["why"] = Camel(doubt.Kind), ["text"] = doubt.Text, ["at"] = At(doubt.Span) }),
    };

    private static JsonObject Header(PlanHeader header) => new()
    {
        ["type"] = header.Type,
        ["number"] = header.Number,
        ["issuedOn"] = Day(header.IssuedOn),
        ["place"] = header.Place,
        ["issuer"] = header.Issuer,
        ["signer"] = header.Signature?.Name,
        ["signerAuthority"] = header.Signature?.Authority,
        ["title"] = header.Title,
        ["period"] = header.Period is { } period ? new JsonObject { ["from"] = period.From, ["to"] = period.To } : null,
        ["truncated"] = header.IsTruncated,
    };

    private static JsonObject LegalBasis(LegalBasis cited) => new()
    {
        ["number"] = cited.Number,
        ["type"] = cited.Type,
        ["date"] = Day(cited.Date),
        ["issuer"] = cited.Issuer,
        ["clause"] = cited.Clause,
        ["at"] = At(cited.Span),
    };

    private static JsonObject Target(Target target) => new()
    {
        ["clause"] = target.Clause,
        ["subject"] = target.Subject,
        ["kind"] = Camel(target.Kind),
        ["value"] = target.Value,
        ["qualifier"] = Camel(target.Qualifier),
        ["year"] = target.Year,
        ["from"] = target.From,
        ["area"] = target.Area,
        ["each"] = target.Each,
        ["at"] = At(target.Span),
    };

    private static JsonObject Assignment(Assignment assignment) => new()
    {
        ["clause"] = assignment.Clause,
        ["agency"] = assignment.Agency,
        ["roles"] = new JsonArray([.. assignment.Roles.Select(role => (JsonNode)Camel(role))]),
        ["duties"] = new JsonArray([.. assignment.Duties.Select(duty => (JsonNode)duty)]),
        ["at"] = At(assignment.Span),
    };

    private static JsonObject Money(MoneyClause clause) => new()
    {
        ["clause"] = clause.Clause,
        ["text"] = clause.Text,
        ["sources"] = new JsonArray([.. clause.Sources.Select(source => (JsonNode)source)]),
        ["amount"] = clause.Amount,
        ["at"] = At(clause.Span),
    };

    private static JsonObject Duty(ReportingDuty duty) => new()
    {
        ["clause"] = duty.Clause,
        ["dueMonth"] = duty.DueMonth,
        ["dueDay"] = duty.DueDay,
        ["dueYear"] = duty.DueYear,
        ["every"] = duty.Every,
        ["before"] = duty.IsBefore,
        ["to"] = duty.To,
        ["channel"] = duty.Channel,
        ["at"] = At(duty.Span),
    };

    private static JsonObject Item(OutlineItem item) => new()
    {
        ["clause"] = item.Clause,
        ["marker"] = Camel(item.Kind),
        ["label"] = item.Label,
        ["section"] = Camel(item.Section),
        ["text"] = item.Text,
        ["at"] = At(item.Span),
        ["items"] = List(item.Items, Item),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> of) => new([.. items.Select(item => (JsonNode)of(item))]);

    private static JsonObject? At(SourceSpan? span) => span is { } at ? new JsonObject { ["start"] = at.Start, ["length"] = at.Length } : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
