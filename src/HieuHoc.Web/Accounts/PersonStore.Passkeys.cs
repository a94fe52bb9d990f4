using HieuHoc.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Accounts;

/// <summary>What Identity asks about passkeys when it checks what a browser answers; our use cases keep them.</summary>
internal sealed partial class PersonStore : IUserPasskeyStore<Person>
{
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        (await db.PasskeysOf(user.Owner, user.Id).AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(Described);

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => await (
        from passkey in db.Passkeys
        join person in db.People on new { passkey.Owner, Id = passkey.PersonId } equals new { person.Owner, person.Id }
        where passkey.CredentialId == credentialId
        select person).FirstOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.PasskeysOf(user.Owner, user.Id).AsNoTracking().SingleOrDefaultAsync(row => row.CredentialId == credentialId, cancellationToken) is { } passkey
            ? Described(passkey)
            : null;

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are kept by KeepPasskeys, with their audit.");

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are kept by KeepPasskeys, with their audit.");

    // Every key was made with its person verified; what it was attested with is not kept, for nothing asks for it.
    private static UserPasskeyInfo Described(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        new DateTimeOffset(passkey.AddedAt, TimeSpan.Zero),
        (uint)passkey.SignCount,
        transports: null,
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: []);
}
