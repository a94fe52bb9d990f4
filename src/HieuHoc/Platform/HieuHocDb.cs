using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage;

namespace HieuHoc.Platform;

/// <summary>
/// The one database. It knows no module: each brings its own mappings, and its own sets as extension properties.
/// </summary>
public sealed class HieuHocDb(DbContextOptions<HieuHocDb> options, DbEngine engine) : DbContext(options)
{
    /// <summary>The engine that keeps this database.</summary>
    public DbEngine Engine => engine;

    /// <summary>
    /// The absent colleague in whose stead this context's changes are made; every audit row of it names them, so that no use
    /// case can forget.
    /// </summary>
    public Guid? ActingFor { get; set; }

    /// <summary>The transaction that raw commands must join; null outside one.</summary>
    public DbTransaction? Transaction => Database.CurrentTransaction?.GetDbTransaction();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Inside a transaction it is the writer already.
        using var turn = Transaction is null ? await engine.TurnAsync(cancellationToken) : null;

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HieuHocDb).Assembly);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation(JsonDocumentColumn) is not null)
            {
                property.SetColumnType(engine.JsonColumnType);
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // An index per foreign key is a cost that no query asked for; each mapping names the indexes that are read.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        engine.ConfigureTypes(configurationBuilder);
    }

    /// <summary>Marks a text property as a JSON document, whose column type is the engine's.</summary>
    internal const string JsonDocumentColumn = "HieuHoc:Json";
}
