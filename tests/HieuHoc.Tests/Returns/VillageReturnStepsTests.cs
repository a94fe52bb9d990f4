using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class VillageReturnStepsTests : VillageReturnsTest
{
    [Fact]
    public async Task The_commune_types_submits_approves_and_sends_what_its_villages_owe()
    {
        var village = Village("Mai Đàn");
        var id = Given.Return(Round, village);
        var leader = Given.Person(Role.CommuneLeader, HaiLang);
        Assert.Null((await new SaveReturn(Db, Shelf, Clock).RunAsync(id, 0, Given.Typed(Rain(days: 3)), Officer, Ct)).Refusal);

        foreach (var (step, actor, revision) in new[] { (ReturnStep.Submit, Officer, 1), (ReturnStep.Approve, leader, 2), (ReturnStep.Send, Officer, 3), (ReturnStep.Confirm, Agency, 4) })
        {
            Assert.Null((await TakeReturnStep.RunAsync(id, revision, step, null, actor, Ct)).Refusal);
        }

        Assert.Equal((3, 1), await RollUpOfAsync("rain.days"));
    }

    [Fact]
    public async Task A_neighbour_s_village_owes_a_return_that_does_not_exist_for_the_officer()
    {
        var id = Given.Return(Round, Village("Phú Kinh", under: VinhDinh));

        Assert.Equal(new ReturnNotFound(), (await new SaveReturn(Db, Shelf, Clock).RunAsync(id, 0, Given.Typed(Rain(days: 3)), Officer, Ct)).Refusal);
    }
}
