using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>“还了500” is all of it or a part: that is asked.</summary>
internal static class HowMuch
{
    /// <summary>False where it can be of no bill, or of several.</summary>
    public static bool Ask(Talk talk, IReadOnlyList<(Bill Bill, Cycle Cycle)> meant)
    {
        if (meant is not [var (bill, cycle)])
        {
            return false;
        }

        List<Button> buttons =
        [
            new(Deeds.Data(bill, cycle, "just_now"), talk.Line("paid.how_much.all")),
            new(Deeds.Data(bill, cycle, "part"), talk.Line("paid.how_much.part")),
            new(Deeds.Data(bill, cycle, "minimum"), talk.Line("paid.how_much.minimum")),
        ];
        talk.Effects.Add(new Effect.Say("bill", new Message([talk.Line("paid.how_much", ("bill", BillBindings.Name(talk, bill)))], Rows.Arrange(talk, buttons))));
        return true;
    }
}
