// What was done on this device and waits to be sent. It knows no domain, no page and no browser: it is given a store that
// survives and a way to send. An act is one change by a person: it is kept before it is sent, sent with the same time of
// acting until a receipt comes, and never changed once it was tried. Whatever the network does, the server knows it again.
import { sha256 } from './canonical.js';

const text = (value) => value ?? '';

const over = (values, queue) => Object.assign({}, values, ...queue.map(({ body }) => Object.fromEntries(Object.entries(body.values).map(([name, { value }]) => [name, text(value)]))));

// What a person sees: what the server has, as far as this device knows, and over it what they did since.
export const shown = (doc) => over((doc.trouble?.current ?? doc.confirmed).values, doc.queue);

// How much of a record is nobody's but this device's: acts that are in no file either, and what is typed and not yet called done.
export const unsentOf = (doc) => doc.queue.filter((act) => !act.filed).length + (isDrafted(doc) ? 1 : 0);

// True where somebody typed something: that a record was opened is no work.
export const isDrafted = (doc) => doc.draft !== null && Object.keys({ ...shown(doc), ...doc.draft.values }).some((name) => text(doc.draft.values[name]) !== text(shown(doc)[name]));

const troubleOf = (doc) => (doc.trouble ? doc.queue[0].actedAt : null);

// Some answers mean that everything waits; any other than a receipt, that this record waits for its person.
const STATUS = { 401: 'session', 410: 'revoked', 429: 'later' };
const TYPE = { NotOnThisDevice: 'session', RoleMayNot: 'session', ApiAddressNotFound: 'later' };
const stopOf = ({ status, body }) => STATUS[status] ?? TYPE[body?.type] ?? (status >= 500 ? 'later' : null);

// The version is null as long as no list of the server had the record.
const newDoc = (key, kind, id, about = null) =>
  ({ key, kind, id, about, confirmed: { version: null, values: {} }, queue: [], draft: null, trouble: null, receipt: null, lastActed: 0 });

// A record that was begun here, and of which nothing is left, is none.
const orNone = (doc) => (doc.confirmed.version === null && doc.queue.length === 0 && !doc.draft && !doc.receipt ? null : doc);

// Before an act is sent for the first time it is written down from which version; from then on it stays as it is.
const start = (doc) => {
  const [head, ...rest] = doc?.queue ?? [];
  return !head || head.tried || doc.trouble ? undefined
    : { ...doc, queue: [{ ...head, tried: true, startedFrom: doc.confirmed.version }, ...rest] };
};

// Whoever has seen the trouble starts from what the server has; what it refused goes no further.
const cleared = (doc) => {
  const { version, values } = doc.trouble.current ?? doc.confirmed;
  // A clock that ran ahead was set right: its times count no longer.
  const lastActed = doc.trouble.type === 'ActedAtUnfit' ? Date.parse(doc.receipt?.actedAt ?? 0) : doc.lastActed;
  return { ...doc, queue: [], confirmed: { version, values }, trouble: null, lastActed };
};

// Somebody else finished what this person wanted to finish: nothing of theirs is left to be taken.
const settled = (doc) => (doc.trouble && !doc.about.isOpen && doc.queue.every(({ body }) => Object.keys(body.values).length === 0) ? cleared(doc) : doc);

// Keeps what is typed in the order of typing, one write at a time; what was overtaken while another was written is not
// written at all. Each keep is answered when nothing more is to be written, with what the last write answered.
export const inOrder = (write) => {
  let [next, running] = [null, null];
  const run = async () => {
    let last;
    try {
      while (next) {
        const values = next;
        next = null;
        last = await write(values);
      }
    } finally {
      running = null;
    }
    return last;
  };
  return {
    keep: (values) => { next = values; return running ??= run(); },
    kept: () => running,
  };
};

export class Outbox {
  constructor(store, send, now = Date.now) {
    Object.assign(this, { store, send, now, device: null });
  }

  // Takes what the server lists. What a person is at is never overwritten, an older list never wins.
  async adopt(kinds) {
    const listed = new Set();
    for (const { kind, records } of kinds) {
      for (const { values, version, ...about } of records) {
        const key = `${kind}/${about.id}`;
        listed.add(key);
        await this.store.update(key, (known) => {
          const doc = settled({ ...(known ?? newDoc(key, kind, about.id)), about });
          const free = doc.queue.length === 0 && !doc.draft && version >= doc.confirmed.version;
          return { ...doc, confirmed: free ? { version, values } : doc.confirmed };
        });
      }
    }
    for (const { key } of await this.store.all()) {
      if (!listed.has(key)) await this.store.update(key, (doc) => (doc?.queue.length === 0 && !doc.draft ? null : undefined));
    }
  }

  // Takes receipts that the server gave without this device hearing of it: brought in a file, or a copy of what was given up.
  async learn(receipts) {
    for (const { kind, actedAt, receipt: { id, code, receivedAt } } of receipts) {
      await this.store.update(`${kind}/${id}`, () => undefined, { device: this.device, key: `${kind}/${id}`, actedAt: new Date(actedAt).toISOString(), code, receivedAt });
    }
  }

  // A person begins a record that nobody has yet; its key.
  async create(kind, { form, title, detail }) {
    const id = crypto.randomUUID();
    const key = `${kind}/${id}`;
    const begun = newDoc(key, kind, id, { id, form, title, detail, isOpen: true, standing: null, returned: null, marks: null });
    await this.store.update(key, () => ({ ...begun, draft: { values: {}, seen: null } }));
    return key;
  }

  // A person opens a record: what they start from is fixed until they are done. What they typed before is kept, over what they now see.
  begin(key) {
    return this.store.update(key, (doc) => {
      const before = over(doc.confirmed.values, doc.queue);
      const mine = Object.entries(doc.draft?.values ?? {}).filter(([name, value]) => text(value) !== text(before[name]));
      return { ...doc, draft: { values: { ...shown(doc), ...Object.fromEntries(mine) }, seen: troubleOf(doc) } };
    });
  }

  // What is typed and not yet called done, so that closing the page loses nothing.
  draft(key, values) {
    return this.store.update(key, (doc) => ({ ...doc, draft: { ...doc.draft, values } }));
  }

  // They leave it as it was.
  leave(key) {
    return this.store.update(key, (doc) => orNone({ ...doc, draft: null }));
  }

  // They give up what nobody has taken: what the server has counts.
  giveUp(key) {
    return this.store.update(key, (doc) => orNone({ ...(doc.trouble ? cleared(doc) : doc), queue: [], draft: null }));
  }

  // A person did something: the values as they stand now, and whether they call the record finished.
  act(key, values, done = false) {
    return this.store.update(key, (known) => {
      // Trouble that came while they typed is not answered by this: it is shown to them next.
      const answered = known.trouble && (known.draft ?? { seen: troubleOf(known) }).seen === troubleOf(known);
      const doc = answered ? cleared(known) : known;
      const [before, queue, last] = [over(doc.confirmed.values, doc.queue), [...doc.queue], doc.queue.at(-1)];
      let at = doc.lastActed;
      const add = (body) => {
        at = Math.max(this.now(), at + 1); // two acts on one record never have the same time
        queue.push({ actedAt: new Date(at).toISOString(), startedFrom: null, tried: false, filed: false, body });
      };
      let changes = Object.keys({ ...before, ...values })
        .filter((name) => text(values[name]) !== text(before[name]))
        .map((name) => [name, { value: text(values[name]) || null, was: text(before[name]) || null }]);
      if (changes.length > 0 && last && !last.tried && !last.filed && !last.body.done) { // nobody has it yet: one act
        queue.pop();
        const earlier = last.body.values;
        changes = Object.entries({ ...earlier, ...Object.fromEntries(changes) })
          .map(([name, { value, was }]) => [name, { value, was: earlier[name] ? earlier[name].was : was }])
          .filter(([, { value, was }]) => value !== was);
      }
      if (changes.length > 0) add({ values: Object.fromEntries(changes), done: false });
      if (done) add({ values: {}, done: true });
      return { ...doc, queue, draft: null, lastActed: at };
    });
  }

  // All that waits, for a file: from then on it stays as it is. Of what follows in one record the version is not known yet.
  async file() {
    const acts = [];
    for (const { key } of await this.waiting()) {
      const doc = await this.store.update(key, (known) => (known.trouble ? undefined : {
        ...known,
        queue: known.queue.map((act, place) => ({
          ...act, tried: true, filed: true, startedFrom: act.tried ? act.startedFrom : act.body.done && place > 0 ? null : known.confirmed.version,
        })),
      }));
      if (!doc.trouble) acts.push(...doc.queue.map(({ startedFrom, actedAt, body }) => ({ kind: doc.kind, id: doc.id, startedFrom, actedAt, body })));
    }
    return acts;
  }

  // The records with something unsent, the oldest first.
  async waiting() {
    const docs = (await this.store.all()).filter((doc) => doc.queue.length > 0);
    return docs.sort((one, other) => (one.queue[0].actedAt < other.queue[0].actedAt ? -1 : 1));
  }

  // Sends what waits; says why it stopped: 'sent', 'offline', 'session', 'revoked' or 'later'.
  async drain() {
    for (const { key } of await this.waiting()) {
      for (;;) {
        const doc = await this.store.update(key, start);
        const head = doc?.trouble ? null : doc?.queue[0];
        if (!head) break;
        let answer;
        try {
          answer = await this.send(doc, head);
        } catch {
          return 'offline';
        }
        const received = answer.status < 300;
        const stop = received && answer.body.sha256 !== await sha256(head.body) ? 'later' : stopOf(answer);
        if (stop) return stop;
        await (received ? this.#received(key, head, answer.body) : this.#refused(key, head, answer));
      }
    }
    return 'sent';
  }

  #received(key, { actedAt }, { version, code, receivedAt }) {
    return this.store.update(key, (doc) => {
      const [first, ...queue] = doc?.queue ?? [];
      if (first?.actedAt !== actedAt) return undefined; // another window was faster
      return { ...doc, queue, confirmed: { version, values: over(doc.confirmed.values, [first]) }, receipt: { code, receivedAt, actedAt } };
    }, { device: this.device, key, actedAt, code, receivedAt });
  }

  #refused(key, { actedAt }, { status, body }) {
    return this.store.update(key, (doc) => (doc?.queue[0]?.actedAt !== actedAt ? undefined
      : { ...doc, trouble: { status, type: body?.type ?? null, says: body?.detail ?? null, current: body?.current ?? null } }));
  }
}
