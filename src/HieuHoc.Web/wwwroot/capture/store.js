// Where the records of one person lie on this device: a database of the browser, one encrypted row a record. The key cannot
// be taken out of the browser: it protects copied files, not a telephone that lies open. Clearing cached files loses nothing.
import { unsentOf } from './outbox.js';

const request = (asked) => new Promise((done, failed) => {
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

const finished = (transaction) => new Promise((done, failed) => {
  transaction.oncomplete = () => done();
  transaction.onabort = transaction.onerror = () => failed(transaction.error);
});

const openDatabase = (name, make) => {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => make(asked.result);
  return request(asked);
};

// Which persons have records here, and whose telephone it is now: readable without any key, and without names.
const registry = async (mode, work) => {
  const database = await openDatabase('hieuhoc', (db) => db.createObjectStore('known'));
  try {
    return await request(work(database.transaction('known', mode).objectStore('known')));
  } finally {
    database.close();
  }
};

export const whoseDevice = () => registry('readonly', (known) => known.get('person'));
export const isOf = (person) => registry('readwrite', (known) => known.put(person, 'person'));
const nameOf = (person) => `hieuhoc-${person}`;

// How much waits to be sent, and is in no file either; asked without opening what is kept.
export const unsentOn = async (person) => {
  const store = await Store.open(person);
  try {
    return (await store.rows()).reduce((sum, { unsent }) => sum + unsent, 0);
  } finally {
    store.close();
  }
};

export const forget = (person) => request(indexedDB.deleteDatabase(nameOf(person)));

export class Store {
  static async open(person) {
    const database = await openDatabase(nameOf(person), (db) => {
      db.createObjectStore('records', { keyPath: 'key' });
      db.createObjectStore('receipts', { keyPath: ['device', 'key', 'actedAt'] });
      db.createObjectStore('kept');
    });
    const store = Object.assign(new Store(), { database });
    store.secret = await store.#keep('secret', () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
    return store;
  }

  close() {
    this.database.close();
  }

  async rows() {
    return request(this.database.transaction('records').objectStore('records').getAll());
  }

  async all() {
    return Promise.all((await this.rows()).map((row) => this.#open(row)));
  }

  async find(key) {
    const row = await request(this.database.transaction('records').objectStore('records').get(key));
    return row && this.#open(row);
  }

  // Changes one record. Somebody else's change in between is looked at again; what is not written leaves everything as it was.
  async update(key, fn, receipt = null) {
    for (;;) {
      const row = await request(this.database.transaction('records').objectStore('records').get(key));
      const doc = row && await this.#open(row);
      const next = fn(doc);
      if (next === undefined && !receipt) return doc;
      const sealed = next && { key, revision: (row?.revision ?? 0) + 1, unsent: unsentOf(next), ...await this.#seal(next) };
      if (await this.#write(key, row?.revision, next === null, sealed, receipt)) return next === undefined ? doc : next ?? undefined;
    }
  }

  async #write(key, revision, gone, sealed, receipt) {
    const transaction = this.database.transaction(['records', 'receipts'], 'readwrite', { durability: 'strict' });
    const ended = finished(transaction);
    const records = transaction.objectStore('records');
    const same = (await request(records.get(key)))?.revision === revision;
    if (same && gone) records.delete(key);
    if (same && sealed) records.put(sealed);
    if (same && receipt) transaction.objectStore('receipts').put(receipt);
    await ended;
    return same;
  }

  async receipts(device) {
    const all = await request(this.database.transaction('receipts').objectStore('receipts').getAll());
    return all.filter((receipt) => receipt.device === device);
  }

  // What is not of one record: forms, names, keys.
  get(name) {
    return request(this.database.transaction('kept').objectStore('kept').get(name));
  }

  put(name, value) {
    const transaction = this.database.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put(value, name);
    return finished(transaction);
  }

  async putSealed(name, value) {
    await this.put(name, await this.#seal(value));
  }

  async getSealed(name) {
    const sealed = await this.get(name);
    return sealed && this.#open(sealed);
  }

  async #keep(name, make) {
    return await this.get(name) ?? (await this.put(name, await make()), this.get(name));
  }

  async #seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.secret, new TextEncoder().encode(JSON.stringify(value)));
    return { iv, data };
  }

  async #open({ iv, data }) {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.secret, data)));
  }
}
