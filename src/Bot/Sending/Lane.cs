namespace Ontime.Bot;

/// <summary>What goes first when not everything can go at once. The numbers are stored.</summary>
internal enum Lane
{
    Reply = 0,
    Reminder = 1,
    Broadcast = 2,
}
