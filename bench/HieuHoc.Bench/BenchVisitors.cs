using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench;

/// <summary>People who open the pages of a started site, signed in by the form that everyone uses.</summary>
internal sealed partial class BenchVisitors(BenchSite site) : IDisposable
{
    private const string Password = "đo-tốc-độ-trang-web";

    private readonly List<HttpClient> visitors = [];

    /// <summary>Somebody who is not signed in.</summary>
    /// <param name="decompressed">False to be given the bytes as they travel.</param>
    public HttpClient Stranger(bool decompressed = true)
    {
        var handler = new SocketsHttpHandler { AutomaticDecompression = decompressed ? DecompressionMethods.All : DecompressionMethods.None, AllowAutoRedirect = false };
        var visitor = new HttpClient(handler) { BaseAddress = new Uri(site.Site.Urls.First()) };
        visitors.Add(visitor);

        return visitor;
    }

    /// <summary>Makes an account that answers for a place, and begins its session.</summary>
    public async Task<HttpClient> SignInAsync(string name, Role role, int place, short owner, CancellationToken ct)
    {
        var made = await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().RunAsync(
            new NewPerson(name, name, role, place, Password), new Actor(owner, null, Role.Administrator, place), ct));
        await site.InScopeAsync(services => Ready(services.GetRequiredService<HieuHocDb>(), made.Value, ct));
        var visitor = Stranger();
        var form = await visitor.GetStringAsync("/sign-in", ct);
        using var typed = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = name,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        using var answer = await visitor.PostAsync("/sign-in", typed, ct);

        return answer.StatusCode is HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.");
    }

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());

    /// <summary>Who has chosen a password before; a programme of made-up numbers asks for no second factor.</summary>
    private static async Task<int> Ready(HieuHocDb db, Person visitor, CancellationToken ct)
    {
        await db.Owners.Where(owner => owner.Id == visitor.Owner).ExecuteUpdateAsync(set => set.SetProperty(owner => owner.Demo, true), ct);

        return await db.People.Where(person => person.Owner == visitor.Owner && person.Id == visitor.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.OneTimeSince, (DateTime?)null), ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
