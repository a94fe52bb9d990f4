using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Tests.Stages;

public sealed class WordListsTests
{
    [Fact]
    public void Every_phrase_by_which_letters_are_put_back_has_two_to_seven_words() =>
        Assert.All(WordLists.Phrases, phrase => Assert.InRange(phrase.Split(' ').Length, 2, Phrase.Longest));

    [Fact]
    public void No_phrase_stands_twice() => Assert.Equal(WordLists.Phrases.Distinct(), WordLists.Phrases);

    [Fact]
    public void The_longer_phrase_counts_and_the_place_of_a_tone_makes_no_difference()
    {
        var phrases = new PhraseSet(["phối hợp", "phối hợp với", "thi đua, khen thưởng", "hòa"]);
        var tokens = Tokens.Of(Cleaning.Of("Phối hợp với thi đua, khen thưởng HOÀ"));

        Assert.Equal([3, 5, 1], [phrases.LengthAt(tokens, 0), phrases.LengthAt(tokens, 3), phrases.LengthAt(tokens, 8)]);
        Assert.Equal(3, phrases.LengthBefore(tokens, 3));
    }
}
