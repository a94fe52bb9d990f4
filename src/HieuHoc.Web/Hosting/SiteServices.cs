using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Mail;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Api;
using HieuHoc.Web.Components;
using HieuHoc.Web.Pages;
using HieuHoc.Web.Pages.Import;
using HieuHoc.Web.Pages.Pilots;
using HieuHoc.Web.Pages.Plans;
using HieuHoc.Web.Pages.Shared;
using HieuHoc.Web.Pages.Tasks;
using HieuHoc.Web.Pages.Visits;
using HieuHoc.Web.Pages.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace HieuHoc.Web.Hosting;

/// <summary>What the site is composed of.</summary>
internal static class SiteServices
{
    public static void AddSite(this IServiceCollection services, SiteSettings settings, DbEngine engine)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Time);
        services.AddSingleton(engine);
        services.AddSingleton(settings.KeyRing);
        services.AddSingleton(provider => new AttachmentFiles(settings.AttachmentsFolder, provider.GetRequiredService<ProgrammeClock>()));
        services.AddSingleton<IMailer>(new SmtpMailer(settings.Smtp, settings.Demo));
        services.AddSingleton<BackgroundWork>();

        if (settings.Background)
        {
            services.AddHostedService<BackgroundServer>();
        }

        services.AddSingleton<ServerLock>();
        services.AddDbContext<HieuHocDb>(engine.Configure, ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        services.AddHieuHoc();
        services.TryAddSingleton(settings.DemoSignIns);
        services.AddAccounts();
        services.AddVisitors();
        services.AddPages();
        services.AddApi();
        services.AddTransport(settings);
    }

    public static void AddSiteLevels(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // ErrorLog writes the same exceptions once, with the id that the person was shown.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        // A token that does not hold is an answer, not an event.
        logging.AddFilter(typeof(TokenHandler).FullName, LogLevel.Warning);
        // The keys of the sessions lie in a folder of their own that only the installation's user may read.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void AddVisitors(this IServiceCollection services)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<Frame>();
        services.AddScoped(provider => provider.GetRequiredService<Visitor>().Actor);
        services.AddScoped<IAuthorizationHandler, ForHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddExceptionHandler<ErrorLog>();
        services.AddSingleton<Shown>();
        services.AddScoped<IndicatorMaps>();
        services.AddScoped<WorkbookKit>();
        services.AddScoped<AttachmentsKit>();
        services.AddScoped<VisitFormKit>();
        services.AddScoped<PilotFormKit>();
        services.AddScoped<PilotKit>();
        services.AddScoped<ImportKit>();
        services.AddScoped<PlanKit>();
        services.AddScoped<MeasureKit>();
        services.AddScoped<CalendarKit>();
        services.AddScoped<TasksKit>();
        services.AddScoped<RowKit>();
        services.Configure<FormOptions>(form => (form.MultipartBodyLengthLimit, form.ValueCountLimit) = (UploadLimit.Most, UploadLimit.MostFields));
        services.AddRazorPages()
            .AddMvcOptions(options => options.Filters.Add<RequestsUnderstood>())
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddValidationTexts();
        // Otherwise every Vietnamese letter would be sent as an entity of six characters.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hieuhoc.form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // SecurityHeaders says it for every answer, and more strictly.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void AddTransport(this IServiceCollection services, SiteSettings settings)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "application/geo+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddDataProtection().SetApplicationName("HieuHoc").PersistKeysToFileSystem(new DirectoryInfo(settings.KeysFolder));
    }
}
