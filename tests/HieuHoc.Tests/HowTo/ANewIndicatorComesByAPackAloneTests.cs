using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.HowTo;

public sealed class ANewIndicatorComesByAPackAloneTests : DatabaseTest
{
    private const string Head =
        """
        "version": "1", "title": { "vi": "Thư viện", "en": "Libraries" }, "legalBasis": ["ví dụ"],
        "validFrom": "2026-01-01", "validTo": null, "confirmed": false, "example": true,
        """;

    private const string Elements =
        """
        { "$schema": "../../schema/elements.json", "id": "libraries", HEAD
          "elements": [
            { "code": "library.total", "title": { "vi": "Thư viện", "en": "Libraries" }, "unit": { "vi": "thư viện", "en": "libraries" },
              "decimals": 0, "overSubjects": "sum", "overTime": "last", "leafLevel": "commune", "producer": "return" },
            { "code": "library.online", "title": { "vi": "Có mạng", "en": "Online" }, "unit": { "vi": "thư viện", "en": "libraries" },
              "decimals": 0, "overSubjects": "sum", "overTime": "last", "leafLevel": "commune", "producer": "return" } ] }
        """;

    private const string Indicators =
        """
        { "$schema": "../../schema/indicators.json", "id": "libraries", HEAD
          "indicators": [
            { "code": "library-online-share", "title": { "vi": "Tỷ lệ thư viện có mạng", "en": "Share of libraries online" },
              "definition": { "vi": "Trên 100 thư viện", "en": "Per 100 libraries" }, "kind": "percent",
              "numerator": "library.online", "denominator": "library.total",
              "numeratorTitle": { "vi": "có mạng", "en": "online" }, "denominatorTitle": { "vi": "thư viện", "en": "libraries" },
              "decimals": 1, "direction": "up", "citation": "ví dụ" } ] }
        """;

    private const string Form =
        """
        { "$schema": "../../schema/forms.json", "id": "libraries", HEAD
          "level": "commune", "steps": ["submit", "send-back", "approve", "send", "ask-to-mend", "confirm"],
          "sections": [
            { "code": "libraries", "title": { "vi": "Thư viện", "en": "Libraries" },
              "columns": [{ "vi": "Tổng số", "en": "Total" }, { "vi": "Có mạng", "en": "Online" }],
              "rows": [{ "title": { "vi": "Thư viện", "en": "Libraries" }, "cells": ["library.total", "library.online"] }] } ],
          "checks": [
            { "code": "online", "rule": "library.online <= library.total", "weight": "hard",
              "sentence": { "vi": "Sửa lại.", "en": "Please correct." }, "cells": ["library.online", "library.total"] } ] }
        """;

    private readonly PackFolder folder = new();
    private int province;
    private int commune;
    private ReturnId id;

    private Actor Agency => new(1, null, Role.StandingAgency, province);

    private ReadIndicators ReadIndicators => new(Stored(), Shelf);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place();
        commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province, demo: true);
        GivenPacks();
        await LoadAndOpenAsync();
    }

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();

        return base.DisposeAsync();
    }

    [Fact]
    public async Task The_new_indicator_is_among_the_definitions()
    {
        var definitions = await ReadIndicators.DefinitionsAsync(PeriodCode.Year(2026), Agency, Ct);

        Assert.Contains("library-online-share", definitions.Select(definition => definition.Code));
        Assert.Contains("citizen-share", definitions.Select(definition => definition.Code));
    }

    [Fact]
    public async Task Its_form_is_filled_checked_sent_and_confirmed_and_its_value_read_for_commune_and_province()
    {
        await SaveAsync(("library.total", "8"), ("library.online", "6"));
        await StepAsync(ReturnStep.Submit, Role.CommuneOfficer, commune);
        await StepAsync(ReturnStep.Approve, Role.CommuneLeader, commune);
        await StepAsync(ReturnStep.Send, Role.CommuneOfficer, commune);

        await StepAsync(ReturnStep.Confirm, Role.StandingAgency, province);

        Assert.Equal(75m, await ValueAsync(commune));
        Assert.Equal(75m, await ValueAsync(province));
    }

    [Fact]
    public async Task Its_checks_judge_what_was_typed()
    {
        var saved = await SaveAsync(("library.total", "8"), ("library.online", "9"));

        Assert.Equal(["online"], saved.Findings.Select(finding => finding.Check.Code));
    }

    /// <summary>The product's own packs with three files beside them.</summary>
    private void GivenPacks()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Packs, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(RepositoryFolder.Packs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        folder.Write("elements", "libraries", "1", With(Elements));
        folder.Write("indicators", "libraries", "1", With(Indicators));
        folder.Write("forms", "libraries", "1", With(Form));
    }

    private static string With(string pack) => pack.Replace("HEAD", Head, StringComparison.Ordinal);

    private async Task LoadAndOpenAsync()
    {
        var loaded = await new LoadPacks(Stored(), Shelf, Clock).RunAsync(folder.Path, examples: true, Ct);
        Assert.Equal(["elements/libraries", "indicators/libraries", "forms/libraries"], loaded.Value.Select(file => $"{file.Kind}/{file.Id}"));
        var opened = await new OpenRound(Stored(), Shelf, Clock).RunAsync(
            new NewRound(
                new RoundId(Guid.CreateVersion7()),
                "libraries",
                ["libraries"],
                PeriodCode.Year(2026),
                new DateOnly(2026, 10, 1),
                new DateOnly(2026, 10, 31),
                new DateOnly(2026, 11, 29)),
            Agency,
            Ct);
        Assert.Null(opened.Refusal);
        id = (await Stored().Returns.SingleAsync(Ct)).Id;
    }

    private async Task<SavedReturn> SaveAsync(params (string Code, string Text)[] cells) =>
        (await new SaveReturn(Stored(), Shelf, Clock).RunAsync(
            id, 0, cells.ToDictionary(cell => cell.Code, cell => (string?)cell.Text), new Actor(1, null, Role.CommuneOfficer, commune), Ct)).Value;

    private async Task StepAsync(ReturnStep step, Role role, int place)
    {
        var revision = (await Stored().Returns.SingleAsync(Ct)).Revision;
        var taken = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, revision, step, null, new Actor(1, null, role, place), Ct);
        Assert.Null(taken.Refusal);
    }

    private async Task<decimal?> ValueAsync(int place)
    {
        var definitions = (await ReadIndicators.DefinitionsAsync(PeriodCode.Year(2026), Agency, Ct))
            .Where(indicator => indicator.Code == "library-online-share").ToList();

        return Assert.Single((await ReadIndicators.RunAsync(
            place, PeriodCode.Year(2026), definitions, new Actor(1, null, Role.StandingAgency, place), Ct)).Value).Value;
    }
}
