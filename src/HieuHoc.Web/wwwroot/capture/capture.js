// The page that works without network: it opens what is kept here, draws it, and sends what waits whenever it can.
import { ensureKey, makeFile } from './file.js';
import { Outbox, inOrder, isDrafted, shown, unsentOf } from './outbox.js';
import { Server } from './server.js';
import { Store, forget, isOf, whoseDevice } from './store.js';
import { drawList, drawRecord, make } from './view.js';

const texts = JSON.parse(document.getElementById('texts').textContent);
const [says, bar, app] = ['says', 'bar', 'app'].map((id) => document.getElementById(id));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

let store = null; // of the person whose telephone it is; null until the first list
let outbox = null;
let about = null; // device, name, forms, how much was received
let open = null; // the key of the record that is drawn
let form = null;

// What is typed is written before anything else is done with the record.
const drafts = inOrder(async ({ key, typed }) => {
  let doc;
  await guard(async () => { doc = await outbox.draft(key, typed); });
  return doc;
});

const tell = (key, values = {}, link = null) => {
  says.replaceChildren(...(key ? [make('p', { class: 'notice notice-behind' }, fill(texts[key], values), ' ', link && make('a', { href: link }, texts[`${key}.link`]))] : []));
};

const unsent = (docs) => docs.reduce((sum, doc) => sum + doc.queue.length, 0);
let waiting = 0;

const showBar = async (docs) => {
  waiting = unsent(docs);
  const receipts = await store.receipts(about.device);
  const safe = await navigator.storage?.persisted?.();
  bar.replaceChildren(
    make('p', {}, make('b', {}, about.name), ' · ', texts[navigator.onLine ? 'online' : 'offline.short']),
    make('p', { id: 'unsent' }, waiting > 0 ? fill(texts.unsent, { count: waiting }) : texts.allSent),
    drawBalance(receipts.length),
    safe ? null : make('p', { class: 'hint' }, texts.notSafe),
  );
};

// What was received since the list was fetched came with a receipt each. A server that knows less than its receipts has lost something.
const drawBalance = (sent) => {
  const received = about.received + sent - about.heard;
  return make('p', { class: sent > received ? 'notice notice-late' : 'hint', id: 'balance' }, fill(texts[sent > received ? 'unbalanced' : 'balance'], { sent, received }));
};

const render = async () => {
  const docs = await store.all();
  await showBar(docs);
  bar.hidden = document.getElementById('tools').hidden = open !== null; // at a record there is one thing to do
  document.getElementById('file').disabled = waiting === 0;
  if (!open) app.replaceChildren(...drawList(docs, about.begins ?? [], texts, fill, enter, begin));
};

const leave = async () => {
  const key = open;
  open = null;
  form?.dispose();
  await drafts.kept();
  const doc = await store.find(key);
  if (doc?.draft && !isDrafted(doc)) await outbox.leave(key);
  await render();
};

// Opening a record fixes what its person starts from: what comes meanwhile does not change it under their hands.
const enter = async (key) => {
  let doc = await store.find(key);
  if (doc.about.isOpen) await guard(async () => { doc = await outbox.begin(key); });
  open = key;
  await render();
  app.replaceChildren();
  form = drawRecord(app, doc, about.forms[doc.about.form], doc.draft?.values ?? shown(doc), texts, fill, {
    typed: (typed) => drafts.keep({ key, typed }),
    save: (typed) => done(key, typed, false),
    send: (typed) => done(key, typed, true),
    giveUp: async () => {
      await drafts.kept();
      await outbox.giveUp(key);
      await leave();
      await sync();
    },
    leave,
  });
  app.querySelector('h2').focus();
};

// A record of their own, of which nobody knows yet.
const begin = (one) => guard(async () => enter(await outbox.create(one.kind, one)));

// What cannot be written (the telephone is full) is said, and stays on the screen.
const guard = async (write) => {
  try {
    await write();
    return true;
  } catch (error) {
    tell(error.name === 'QuotaExceededError' ? 'full' : 'broken', { error: error.message });
    return false;
  }
};

const done = async (key, values, finished) => {
  await drafts.kept();
  if (!await guard(() => outbox.act(key, values, finished))) return;
  navigator.storage?.persist?.();
  open = null;
  form?.dispose();
  tell('kept');
  await render();
  document.getElementById('main').focus();
  await sync();
};

const use = async (person) => {
  store = await Store.open(person);
  about = await store.getSealed('about') ?? null;
  outbox = new Outbox(store, (...args) => server().send(...args));
  outbox.device = about?.device;
};

const server = () => new Server(about?.device ?? null, () => waiting);

// Sends what waits and fetches what is asked of the person; never two windows at once.
const sync = () => guard(() => navigator.locks.request('hieuhoc-capture', async () => {
  const ended = outbox ? await outbox.drain() : 'sent';
  const listed = ended === 'sent' || ended === 'later' ? await fetchList() : ended;
  if (listed === 'revoked') await revoke();
  else if (listed !== 'sent') tell(listed, {}, listed === 'session' ? '/sign-in/pin?returnUrl=/capture' : null);
  else tell(null);
  if (store && about) await render();
  else if (listed === 'offline') app.replaceChildren(make('p', { class: 'empty' }, texts.nothingYet));
}));

const fetchList = async () => {
  let answer;
  try {
    answer = await server().list();
  } catch {
    return 'offline';
  }
  const { status, body } = answer;
  if (status === 410) return 'revoked';
  if (status !== 200) return body.type === 'NotOnThisDevice' ? 'notEnrolled' : status === 401 ? 'session' : 'later';
  if (!store || body.person !== await whoseDevice()) {
    await isOf(body.person);
    await use(body.person);
  }
  const forms = Object.fromEntries(body.kinds.flatMap((kind) => kind.forms.map((one) => [one.id, one])));
  outbox.device = body.device;
  if (body.received > (await store.receipts(body.device)).length) await outbox.learn((await new Server(body.device, () => waiting).receipts()).body);
  const heard = (await store.receipts(body.device)).length;
  const begins = body.kinds.flatMap((kind) => kind.begins.map((one) => ({ kind: kind.kind, ...one })));
  about = { device: body.device, name: body.name, received: body.received, heard, installationKey: body.installationKey, forms, begins };
  await store.putSealed('about', about);
  await outbox.adopt(body.kinds);
  await ensureKey(store, about, server()).catch(() => null); // without it no file can be saved: that is said when one is
  return (await store.all()).some((doc) => doc.queue.length > 0 && !doc.trouble) ? outbox.drain() : 'sent';
};

// A telephone that was revoked keeps nothing of what it was given; what its person did and nobody has stays, to be read.
const revoke = async () => {
  tell('revoked');
  if (!store) return;
  for (const doc of await store.all()) {
    if (unsentOf(doc) === 0 && doc.queue.length === 0) await store.update(doc.key, () => null);
  }
  if ((await store.all()).length === 0) {
    store.close();
    await forget(await whoseDevice());
    await isOf(null);
    [store, about] = [null, null];
    app.replaceChildren();
    bar.replaceChildren();
  }
};

const saveFile = async () => {
  const file = await makeFile(store, outbox, about, server());
  if (!file) return tell('noFile');
  const link = make('a', { href: URL.createObjectURL(new Blob([file.text], { type: 'application/octet-stream' })), download: file.name });
  link.click();
  URL.revokeObjectURL(link.href);
  tell('filed', { name: file.name });
  await render();
};

const start = async () => {
  if (!('serviceWorker' in navigator && globalThis.indexedDB && globalThis.crypto?.subtle && navigator.locks)) return tell('unsupported');
  navigator.serviceWorker.register('/capture-worker.js', { scope: '/capture' });
  document.getElementById('sync').addEventListener('click', sync);
  document.getElementById('file').addEventListener('click', () => guard(saveFile));
  addEventListener('online', sync);
  addEventListener('offline', () => store && about && render());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync());
  setInterval(() => waiting > 0 && sync(), 60_000);
  const person = await whoseDevice();
  if (person) await use(person);
  if (about) await render();
  await sync();
  if (location.hash === '#unsent' && store && (await store.all()).some(unsentOf)) tell('signOut');
};

start();
