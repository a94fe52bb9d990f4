using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Tests.Platform;

public sealed class OutcomeTests
{
    [Fact]
    public void What_was_done_is_handed_back_without_a_refusal()
    {
        Outcome<int> outcome = 7;

        Assert.Null(outcome.Refusal);
        Assert.Equal(7, outcome.Value);
    }

    [Fact]
    public void A_refusal_is_handed_back_with_its_data()
    {
        Outcome<int> outcome = new RoundCodeTaken("2026");

        Assert.Equal(new RoundCodeTaken("2026"), outcome.Refusal);
    }

    [Fact]
    public void Asking_a_refused_outcome_for_its_value_is_a_mistake_of_the_caller()
    {
        Outcome<int> outcome = new RoundNotFound();

        Assert.Throws<InvalidOperationException>(() => outcome.Value);
    }

    [Fact]
    public void Nothing_can_be_what_was_done()
    {
        Outcome<string?> outcome = (string?)null;

        Assert.Null(outcome.Refusal);
        Assert.Null(outcome.Value);
    }
}
