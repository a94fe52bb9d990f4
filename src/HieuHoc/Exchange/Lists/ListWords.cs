using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>The words of a column in which one chooses, declared once: offered in the language of the form, understood in all.</summary>
/// <param name="values">In the order in which they are offered.</param>
/// <param name="key">Of the word of a value.</param>
internal sealed class ListWords<T>(IReadOnlyList<T> values, Func<T, string> key)
    where T : struct
{
    /// <summary>All words in a language.</summary>
    public IReadOnlyList<string> In(Texts texts, string language) => [.. values.Select(value => texts.In(language, key(value)))];

    /// <summary>Finds the value of a word that was typed in any language, whatever case and diacritics; null where it is none.</summary>
    public Func<string, T?> Reader(Texts texts)
    {
        var known = Texts.Languages
            .SelectMany(language => values.Select(value => (Word: SearchKey.Of(texts.In(language, key(value))), Value: value)))
            .DistinctBy(pair => pair.Word)
            .ToDictionary(pair => pair.Word, pair => pair.Value);

        return typed => known.TryGetValue(SearchKey.Of(typed), out var value) ? value : null;
    }
}
