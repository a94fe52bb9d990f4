// What is unsent, as one encrypted file that somebody carries to the commune: only the installation opens it.
import { makeSigningKey, sealFile } from './seal.js';

// The key with which this device signs; its public half is told the server while there is network.
export const ensureKey = async (store, about, server) => {
  let key = await store.get('signing');
  if (!key) {
    key = { ...await makeSigningKey(), knownTo: null };
    await store.put('signing', key);
  }
  if (key.knownTo !== about.device && (await server.putKey(key.spki)) < 300) await store.put('signing', { ...key, knownTo: about.device });
  return key;
};

export const makeFile = async (store, outbox, about, server) => {
  const key = await ensureKey(store, about, server).catch(() => store.get('signing'));
  const acts = await outbox.file();
  if (acts.length === 0 || key.knownTo !== about.device) return null;
  const savedAt = new Date().toISOString();
  const text = await sealFile({ device: about.device, savedAt, acts }, { device: about.device, signingKey: key.keyPair.privateKey, installationKey: about.installationKey });
  return { name: `hieu-hoc-${savedAt.slice(0, 16).replace(/[:T]/g, '-')}.hieuhoc`, text };
};
