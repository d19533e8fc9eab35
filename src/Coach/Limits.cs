namespace Ontime;

/// <summary>Every cap of the core, by name.</summary>
public static class Limits
{
    /// <summary>Steps run in one turn: a dialog that loops ends visibly.</summary>
    public const int StepsATurn = 100;

    /// <summary>Dialogs inside of each other: a session, its card, what the card leads to, and an interrupt with a question of its own.</summary>
    public const int Frames = 6;

    /// <summary>Steps remembered for “back”.</summary>
    public const int Trail = 12;

    public const int StepId = 32;

    /// <summary>Bytes in the data of a button.</summary>
    public const int ButtonData = 64;

    /// <summary>UTF-16 units in a text.</summary>
    public const int Text = 4096;

    public const int ButtonLatin = 20;

    public const int ButtonChinese = 12;

    public const int Bills = 30;

    /// <summary>A person's own word for a bill, in UTF-16 units.</summary>
    public const int Name = 24;

    /// <summary>Short questions asked unasked, a day.</summary>
    public const int QuestionsADay = 3;
}
