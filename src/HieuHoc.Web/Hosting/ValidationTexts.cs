using System.ComponentModel.DataAnnotations;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// What a form says about the shape of an answer. The message of a validation attribute is the key of a text;
/// attributes without one say the general sentence of their kind.
/// </summary>
internal static class ValidationTexts
{
    public static IMvcBuilder AddValidationTexts(this IMvcBuilder mvc)
    {
        mvc.AddDataAnnotationsLocalization();
        mvc.Services.AddSingleton<IStringLocalizerFactory, TextLocalizers>();
        mvc.Services.AddOptions<MvcOptions>().Configure<Texts>(Configure);

        return mvc;
    }

    private static void Configure(MvcOptions options, Texts texts)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new GeneralMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["form.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["form.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["form.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["form.required"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["form.unreadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["form.unreadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["form.unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["form.unreadable"]);
        messages.SetValueIsInvalidAccessor(_ => texts["form.unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["form.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["form.number"]);
    }

    private sealed class GeneralMessages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                attribute.ErrorMessage ??= attribute switch
                {
                    RequiredAttribute => "form.required",
                    StringLengthAttribute or MaxLengthAttribute => "form.tooLong",
                    RangeAttribute => "form.outOfRange",
                    _ => "form.unreadable",
                };
            }
        }
    }

    private sealed class TextLocalizers(Texts texts) : IStringLocalizerFactory
    {
        public IStringLocalizer Create(Type resourceSource) => new TextLocalizer(texts);

        public IStringLocalizer Create(string baseName, string location) => new TextLocalizer(texts);
    }

    private sealed class TextLocalizer(Texts texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, texts[name]);

        // The places {0}, {1} … are the field, then what the attribute limits by.
        public LocalizedString this[string name, params object[] arguments] =>
            new(name, texts[name, [.. arguments.Select((value, i) => ($"{i}", (object?)value))]]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
