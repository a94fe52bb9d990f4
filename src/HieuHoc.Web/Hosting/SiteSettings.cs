using HieuHoc.Access;
using HieuHoc.Data.Postgres;
using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Mail;

namespace HieuHoc.Web.Hosting;

/// <summary>What an operator may set about a site.</summary>
/// <param name="DataFolder">Where the files of the installation lie: the SQLite database, the keys of the sessions, attachments.</param>
/// <param name="Db">A PostgreSQL connection string; null for the SQLite file in the data folder.</param>
/// <param name="Urls">The addresses to listen on, separated by semicolons.</param>
/// <param name="Packs">The folder of packs that is loaded at the start; null loads none.</param>
/// <param name="Demo">True in demonstrations and tests: packs with made-up numbers are loaded too.</param>
/// <param name="Time">The clock of the whole site.</param>
public sealed record SiteSettings(string DataFolder, string? Db, string Urls, string? Packs, bool Demo, TimeProvider Time)
{
    /// <summary>The sign-ins that the sign-in page offers where the programme's figures are generated.</summary>
    public DemoSignIns DemoSignIns { get; init; } = DemoSignIns.None;

    /// <summary>What HIEUHOC_KEYS says; null for a file beside the data folder.</summary>
    public string? Keys { get; init; }

    /// <summary>Where the key ring is; never in the data folder, which backups take.</summary>
    public KeyRingPlace KeyRing => new(Keys ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(DataFolder)) + ".keys", DataFolder);

    /// <summary>The server that sends mails; null while none is named, and mails wait.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>False where jobs and seals are made by hand, in tests.</summary>
    public bool Background { get; init; } = true;

    /// <summary>Where the files of the attachments lie.</summary>
    public string AttachmentsFolder => Path.Combine(DataFolder, "attachments");

    /// <summary>The name of the SQLite file in the data folder.</summary>
    public const string DatabaseFile = "hieuhoc.db";

    /// <summary>Where the keys lie that sign the sessions; only the installation's user may read them.</summary>
    public string KeysFolder => Path.Combine(DataFolder, "keys");

    /// <summary>What the environment says: HIEUHOC_DATA, HIEUHOC_DB, HIEUHOC_URLS, HIEUHOC_KEYS, HIEUHOC_SMTP, HIEUHOC_SMTP_FROM.</summary>
    public static SiteSettings FromEnvironment() => new(
        Path.GetFullPath(Variable("HIEUHOC_DATA") ?? "data"),
        Variable("HIEUHOC_DB"),
        Variable("HIEUHOC_URLS") ?? "http://localhost:5000",
        Path.Combine(AssemblyFolder, "packs"),
        Demo: false,
        TimeProvider.System)
    {
        Keys = Variable("HIEUHOC_KEYS"),
        Smtp = SmtpSettings.Read(Variable("HIEUHOC_SMTP"), Variable("HIEUHOC_SMTP_FROM")),
    };

    /// <summary>The engine that keeps the data of this site.</summary>
    public DbEngine Engine() =>
        Db is null ? new SqliteEngine(Path.Combine(DataFolder, DatabaseFile)) : new PostgresEngine(Db);

    /// <summary>The folder that holds this product's files.</summary>
    internal static string AssemblyFolder => Path.GetDirectoryName(typeof(SiteSettings).Assembly.Location)!;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
