using System.Net.Http.Json;
using System.Text.Json;

namespace Ontime.Bot.Tests;

using Ontime.Emulator;

/// <summary>A bot by hand: plain HTTP against the emulator.</summary>
internal sealed class RawBot(EmulatorServer emulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = emulator.BaseUrl };

    public string Base => $"/bot{emulator.Token}/";

    public HttpClient Http => _http;

    public async Task<Answer> CallAsync(string method, object parameters)
    {
        using var response = await _http.PostAsJsonAsync(Base + method, parameters, JsonSerializerOptions.Default);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> SendAsync(string method, HttpContent? content)
    {
        using var response = await _http.PostAsync(Base + method, content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>The result, of a call that must succeed.</summary>
    public async Task<JsonElement> DoAsync(string method, object parameters)
    {
        var answer = await CallAsync(method, parameters);
        answer.Description.ShouldBe("");
        return answer.Result;
    }

    public async Task<JsonElement[]> PollAsync(object parameters) => [.. (await DoAsync("getUpdates", parameters)).EnumerateArray()];

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(int Status, JsonElement Body)
{
    public string Description => Body.TryGetProperty("description", out var text) ? text.GetString()! : "";

    public JsonElement Result => Body.GetProperty("result");

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
}
