// Runs random schedules of a bad network over the outbox, each telephone one after the other, all at once, against a real
// server. Reads from standard input: { base, schedules, seed, telephones: [{ cookie, device, record, token }] }.
import { readFileSync } from 'node:fs';
import { Outbox } from '../../../src/HieuHoc.Web/wwwroot/capture/outbox.js';
import { Server } from '../../../src/HieuHoc.Web/wwwroot/capture/server.js';

const input = JSON.parse(readFileSync(0, 'utf8'));
const cells = ['village-meeting.held', 'village-meeting.present'];

class Killed extends Error {}

// A small generator with a seed of its own for each schedule: any of them can be run again alone.
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

// What survives: rows as text, changed one at a time. A kill comes before a row is written, or just after.
class Rows {
  rows = new Map();
  receipts = new Map();
  killing = () => false;

  async all() {
    await null;
    return [...this.rows.values()].map((row) => JSON.parse(row));
  }

  async update(key, fn, receipt) {
    await null;
    if (this.killing()) throw new Killed();
    const row = this.rows.get(key);
    const doc = row && JSON.parse(row);
    const next = fn(doc);
    if (next === null) this.rows.delete(key);
    else if (next !== undefined) this.rows.set(key, JSON.stringify(next));
    if (receipt) this.receipts.set(`${receipt.key} ${receipt.actedAt}`, receipt);
    await null;
    if (this.killing()) throw new Killed();
    return next === undefined ? doc : next ?? undefined;
  }
}

class Telephone {
  rows = new Rows();
  late = [];
  requests = 0;
  log = [];
  learnt = 0;
  kills = 0;
  conflicts = 0;
  unsent = 0;
  weather = { off: 0, cut: 0, twice: 0, slow: 0, late: 0 };

  constructor(given) {
    Object.assign(this, given, { key: `returns/${given.record}` });
  }

  async ask(path, options) {
    this.requests += 1;
    return fetch(input.base + path, { ...options, headers: { ...options.headers, Cookie: this.cookie } });
  }

  // One request through the weather of the moment.
  async through(path, options) {
    const chance = this.chance;
    if (chance() < this.weather.off) throw new TypeError('off');
    if (chance() < this.weather.slow) await new Promise((done) => setTimeout(done, chance() * 4));
    if (options.method && chance() < this.weather.late) this.late.push(() => this.ask(path, options).then((answer) => answer.text().then(() => this.log.push(`late ${options.headers['Acted-At']} ${answer.status}`))));
    if (chance() < this.weather.twice) this.ask(path, options).then((answer) => answer.text(), () => null);
    const answer = await this.ask(path, options);
    this.log.push(`${options.method ?? 'GET'} ${options.headers['Acted-At']} ${options.headers['If-Match']} ${options.body} ${answer.status}`);
    if (chance() < this.weather.cut) {
      await answer.text();
      throw new TypeError('cut');
    }
    return answer;
  }

  begin() {
    this.server = new Server(this.device, () => this.unsent, (...args) => this.through(...args));
    this.outbox = new Outbox(this.rows, (...args) => this.server.send(...args), () => this.clock);
    this.outbox.device = this.device;
  }

  async list() {
    const listed = await this.server.list();
    if (listed.status !== 200) throw new Error(`listed: ${listed.status} ${JSON.stringify(listed.body)}`);
    this.received = listed.body.received;
    await this.outbox.adopt(listed.body.kinds);
    return listed.body.kinds[0].records.find((record) => record.id === this.record);
  }

  doc() {
    return JSON.parse(this.rows.rows.get(this.key));
  }

  async type(cell, value) {
    this.log.push(`type ${cell} ${value}`);
    const { draft } = await this.outbox.begin(this.key);
    const values = { ...draft.values, [cell]: value };
    await this.outbox.draft(this.key, values);
    // What was begun may go on while the network does something, be sent or come back; some of it is left and begun anew.
    if (this.chance() < 0.2) await this.alive(() => this.outbox.drain());
    await this.outbox.act(this.key, values);
    this.last[cell] = value;
  }

  // The commune types into a cell of the same return meanwhile.
  async byTheCommune(cell, value) {
    const headers = { Authorization: `Bearer ${this.token}` };
    const address = `${input.base}/api/v1/returns/${this.record}`;
    const { answers, revision } = await (await fetch(address, { headers })).json();
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json', 'If-Match': `"${revision}"`, Prefer: 'return=minimal' },
      body: JSON.stringify({ answers: { ...answers, [cell]: value } }),
    });
    this.log.push(`commune ${cell} ${value} ${answer.status}`);
    if (answer.status === 200) this.commune[cell] = String(value);
    await answer.text();
  }

  // Goes on although it is killed: what is written stays, what was in memory is gone.
  async alive(work) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.kills += 1;
      this.begin();
      return 'killed';
    }
  }

  async run(seed) {
    const chance = this.chance = random(seed);
    [this.last, this.commune, this.log] = [{}, {}, [JSON.stringify(this.doc())]];
    this.weather = { off: chance() * 0.6, cut: chance() * 0.6, twice: chance() * 0.4, slow: chance() * 0.5, late: chance() * 0.4 };
    const danger = chance() < 0.5 ? 0 : chance() * 0.15;
    const steps = 1 + Math.floor(chance() * 3);
    this.clock = (this.clock ?? Date.parse('2026-11-20T00:00:00Z')) + 1;
    for (let step = 0; step < steps; step++) {
      this.clock += Math.floor(chance() * 3) - 1; // a clock that stands still, and one that goes back
      const cell = cells[Math.floor(chance() * 2)];
      const value = String(1000 + Math.floor(chance() * 9000));
      if (chance() < 0.06) await this.byTheCommune(cell, Number(value));
      else await this.type(cell, value);
      this.rows.killing = () => chance() < danger;
      if (chance() < 0.7) await this.alive(() => this.outbox.drain());
      if (chance() < 0.1) await Promise.all([this.alive(() => this.outbox.drain()), this.alive(() => this.outbox.drain())]); // two windows
      this.rows.killing = () => false;
      if (chance() < 0.3) await Promise.all(this.late.splice(0).map((deliver) => deliver()));
    }
    await this.settle();
  }

  // The network is back: everything goes, and what is in conflict is answered with what was typed here.
  async settle() {
    this.weather = { off: 0, cut: 0, twice: 0, slow: 0, late: 0 };
    for (let round = 0; ; round++) {
      const ended = await this.outbox.drain();
      if (ended !== 'sent' || round > 5) throw new Error(`drain: ${ended} in round ${round}, ${JSON.stringify(this.doc())}`);
      const doc = this.doc();
      if (!doc.trouble) break;
      if (doc.trouble.status !== 409) throw new Error(`trouble: ${JSON.stringify(doc.trouble)}`);
      this.conflicts += 1;
      const { draft } = await this.outbox.begin(this.key);
      await this.outbox.act(this.key, { ...draft.values, ...this.last });
    }
    await Promise.all(this.late.splice(0).map((deliver) => deliver())); // the oldest copies arrive last
    const record = await this.list();
    const doc = this.doc();
    if (doc.queue.length > 0 || doc.draft) throw new Error(`left: ${JSON.stringify(doc)}`);
    for (const cell of cells) {
      const allowed = [this.last[cell], this.commune[cell]].filter(Boolean);
      if (allowed.length > 0 && !allowed.includes(record.values[cell])) throw new Error(`lost: ${cell} is ${record.values[cell]}, typed was ${allowed}`);
      if (record.values[cell] !== doc.confirmed.values[cell]) throw new Error(`differs: ${cell} ${record.values[cell]} ${JSON.stringify(doc)}`);
    }
    if (this.received > this.rows.receipts.size) { // of an act given up after a conflict a stray copy can still have been taken
      this.learnt += this.received - this.rows.receipts.size;
      await this.outbox.learn((await this.server.receipts()).body);
    }
    if (this.received !== this.rows.receipts.size) throw new Error(`sent ${this.rows.receipts.size}, received ${this.received}`);
  }
}

const telephones = input.telephones.map((given) => new Telephone(given));
let next = 0;
await Promise.all(telephones.map(async (telephone) => {
  telephone.begin();
  telephone.chance = random(0);
  await telephone.list();
  for (;;) {
    const seed = input.seed + next++;
    if (seed >= input.seed + input.schedules) return;
    try {
      await telephone.run(seed);
    } catch (error) {
      throw new Error(`schedule ${seed}: ${error.message}\n${telephone.log.join('\n')}`, { cause: error });
    }
  }
}));
console.log(JSON.stringify({
  schedules: input.schedules,
  ...Object.fromEntries(['requests', 'kills', 'conflicts', 'learnt'].map((name) => [name, telephones.reduce((sum, telephone) => sum + telephone[name], 0)])),
  receipts: telephones.map(({ device, rows }) => ({ device, receipts: rows.receipts.size })),
}));
