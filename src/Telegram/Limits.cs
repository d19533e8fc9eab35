namespace Ontime.Telegram;

/// <summary>Telegram's own limits, by name. Characters are UTF-16 code units, an upper bound of what Telegram counts.</summary>
public static class Limits
{
    /// <summary>Longest message text, after entities are parsed.</summary>
    public const int TextChars = 4096;

    /// <summary>Longest raw text parameter before parsing; beyond it the server says "text is too long".</summary>
    public const int RawTextBytes = 32768;

    /// <summary>Longest caption, after entities are parsed.</summary>
    public const int CaptionChars = 1024;

    /// <summary>Longest callback data of a button, in UTF-8 bytes; at least 1.</summary>
    public const int CallbackDataBytes = 64;

    /// <summary>Most buttons of one inline keyboard.</summary>
    public const int Buttons = 100;

    /// <summary>Most buttons in one row.</summary>
    public const int ButtonsPerRow = 8;

    /// <summary>Longest toast of answerCallbackQuery.</summary>
    public const int ToastChars = 200;

    /// <summary>Most commands in one menu.</summary>
    public const int Commands = 100;

    /// <summary>Longest command name: lower-case Latin letters, digits, underscores.</summary>
    public const int CommandNameChars = 32;

    /// <summary>Longest description of a command; at least 1.</summary>
    public const int CommandDescriptionChars = 256;

    /// <summary>Longest setMyDescription.</summary>
    public const int DescriptionChars = 512;

    /// <summary>Longest setMyShortDescription.</summary>
    public const int ShortDescriptionChars = 120;

    /// <summary>Largest upload of a document.</summary>
    public const int DocumentBytes = 50 * 1024 * 1024;

    /// <summary>Largest upload of a photo; bigger ones go as a document.</summary>
    public const int PhotoBytes = 10 * 1024 * 1024;

    /// <summary>Most updates of one getUpdates answer.</summary>
    public const int UpdatesPerAnswer = 100;

    /// <summary>Longest time a getUpdates call is held by the server, in seconds; more is cut to this.</summary>
    public const int PollSeconds = 50;

    /// <summary>Deepest nesting of an update that is still read.</summary>
    public const int UpdateDepth = 64;

    /// <summary>Largest request of the webhook that is read; Telegram queues no update above 512 KiB.</summary>
    internal const int WebhookBytes = 1024 * 1024;

    /// <summary>Largest answer read to any call but getUpdates.</summary>
    internal const int AnswerBytes = 1024 * 1024;

    /// <summary>Largest getUpdates answer: 100 updates of 512 KiB, the most the server queues, and some room.</summary>
    internal const int UpdatesAnswerBytes = 56 * 1024 * 1024;
}
