// Seals what a device could not send into a text that somebody carries: signed by the device (JWS, ES256), then encrypted to the
// installation (JWE, ECDH-ES with A256GCM). Whoever carries it can neither read nor change it.

const { subtle } = globalThis.crypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };

const utf8 = text => new TextEncoder().encode(text);

// One letter at a time: a long list of arguments is more than some engines take.
const letters = bytes => Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join('');

const base64 = bytes => btoa(letters(bytes));

const url = bytes => base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const part = value => url(utf8(JSON.stringify(value)));

const join = (...parts) => {
  const joined = new Uint8Array(parts.reduce((sum, bytes) => sum + bytes.length, 0));
  parts.reduce((at, bytes) => (joined.set(bytes, at), at + bytes.length), 0);
  return joined;
};

const number = value => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);

// The key of one file, of what both sides agree on (RFC 7518, 4.6.2; one round of its KDF gives all 256 bits).
async function contentKey(ephemeral, installationKey) {
  const { kty, crv, x, y } = installationKey;
  const theirs = await subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDH', namedCurve: crv }, false, []);
  const agreed = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: theirs }, ephemeral, 256));
  const algorithm = utf8('A256GCM');
  const derived = await subtle.digest(
    'SHA-256', join(number(1), agreed, number(algorithm.length), algorithm, number(0), number(0), number(256)));
  return subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt']);
}

async function sign(content, device, signingKey) {
  const said = `${part({ alg: 'ES256', kid: device })}.${part(content)}`;
  return `${said}.${url(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signingKey, utf8(said)))}`;
}

/**
 * What is written into the file. `content` is { device, savedAt, acts: [{ kind, id, startedFrom, actedAt, body: { values, done } }] } in the
 * order in which it was done; `installationKey` the JWK that /api/v1/capture gives.
 */
export async function sealFile(content, { device, signingKey, installationKey }) {
  const { privateKey, publicKey } = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const { x, y } = await subtle.exportKey('jwk', publicKey);
  const header = part({ alg: 'ECDH-ES', enc: 'A256GCM', kid: installationKey.kid, epk: { kty: 'EC', crv: 'P-256', x, y } });
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const key = await contentKey(privateKey, installationKey);
  const signed = await sign(content, device, signingKey);
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(header) }, key, utf8(signed)));
  return [header, '', url(iv), url(sealed.slice(0, -16)), url(sealed.slice(-16))].join('.');
}

/** A key that never leaves this device, and the half of it that PUT /api/v1/capture/key takes. */
export async function makeSigningKey() {
  const keyPair = await subtle.generateKey(P256, false, ['sign', 'verify']);
  return { keyPair, spki: base64(await subtle.exportKey('spki', keyPair.publicKey)) };
}
