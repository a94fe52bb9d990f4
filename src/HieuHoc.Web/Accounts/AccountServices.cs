using HieuHoc.Access;
using HieuHoc.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HieuHoc.Web.Accounts;

/// <summary>Sign-in, sessions and passwords.</summary>
public static class AccountServices
{
    // Cookies open pages and tokens open the API: a forged form cannot reach it. What devices send comes with a cookie and a header that no form has.
    private const string PageOrProgram = "page-or-program";

    /// <summary>How passwords become hashes, for those that make accounts without a site: the command line and the demonstration.</summary>
    public static IServiceCollection AddPasswordHashing(this IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.TryAddSingleton<PasswordHashing>();
        services.TryAddSingleton<HashPassword>(provider => provider.GetRequiredService<PasswordHashing>().Hash);
        services.TryAddSingleton<VerifyPassword>(provider => provider.GetRequiredService<PasswordHashing>().Verify);
        services.TryAddScoped<CreatePerson>();
        services.TryAddScoped<SetUpPerson>();
        services.TryAddScoped<ResetPassword>();
        services.TryAddScoped<HandOutPasswords>();
        services.TryAddScoped<ChangePassword>();
        services.TryAddScoped<AppointAdministrator>();
        services.TryAddScoped<EnrolDevice>();
        services.TryAddScoped<CheckPin>();
        services.TryAddScoped<KeepPasskeys>();

        return services;
    }

    internal static void AddAccounts(this IServiceCollection services)
    {
        services.AddPasswordHashing();
        services.AddScoped<ILookupNormalizer, LowerCaseNames>();
        services.AddIdentityCore<Person>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<PersonStore>()
            .AddUserManager<PersonManager>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddSignInManager();
        services.AddSingleton<AddressLimit>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<StartSession>();
        services.AddScoped<SecondStep>();
        services.AddScoped<Passkeys>();
        services.AddScoped<PasskeyState>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The device asks its person for a finger, a face or a PIN: that is what makes one key two factors.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<Admission>();
        services.AddAuthentication(PageOrProgram)
            .AddPolicyScheme(PageOrProgram, null, options => options.ForwardDefaultSelector = context =>
                ApiAnswers.IsApi(context) && !CaptureApi.IsAsked(context) ? TokenHandler.Bearer : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hieuhoc.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Every request in its second half begins it anew.
        options.ExpireTimeSpan = Session.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        // A page that another role may open is not a reason to sign in again: the error page says so in place.
        options.Events.OnRedirectToLogin = context => CaptureApi.IsAsked(context.HttpContext)
            ? CaptureApi.CloseAsync(context.HttpContext)
            : RedirectAsync(context);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;

            return Task.CompletedTask;
        };
    }

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);

        return Task.CompletedTask;
    }

    /// <summary>User names are compared as they are stored.</summary>
    private sealed class LowerCaseNames : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : UserNames.Normal(name);

        public string? NormalizeEmail(string? email) => email;
    }
}
