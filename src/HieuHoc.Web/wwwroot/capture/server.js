// How this device speaks with the server. An answer that is none of ours (a login page of a hotel, a page of an operator)
// counts as no network.
const root = '/api/v1/capture/';

const read = async (answer) => {
  if (!(answer.headers.get('Content-Type') ?? '').includes('json')) throw new TypeError('no answer of ours');
  return { status: answer.status, body: await answer.json() };
};

export class Server {
  // unsent says how much still waits here, so that the commune can see it.
  constructor(device, unsent, request = (...args) => fetch(...args)) {
    Object.assign(this, { device, unsent, request });
  }

  // What this device keeps for its person.
  list() {
    return this.#get('');
  }

  // Receipts for all that was received of this device.
  receipts() {
    return this.#get('receipts');
  }

  // Hands over one act; the same act again is known by its time.
  async send({ kind, id }, { startedFrom, actedAt, body }) {
    const headers = {
      ...this.#about(), 'Content-Type': 'application/json', 'Acted-At': actedAt, 'If-Match': startedFrom === null ? '*' : `"${startedFrom}"`,
    };
    return read(await this.request(`${root}${kind}/${id}`, { method: 'PUT', headers, body: JSON.stringify(body) }));
  }

  // Tells with which key this device signs its files; the status.
  async putKey(key) {
    const headers = { ...this.#about(), 'Content-Type': 'application/json' };
    return (await this.request(`${root}key`, { method: 'PUT', headers, body: JSON.stringify({ key }) })).status;
  }

  async #get(path) {
    return read(await this.request(root + path, { headers: this.#about(), cache: 'no-store' }));
  }

  #about() {
    const language = globalThis.document?.documentElement.lang ?? 'vi';
    return { 'Accept-Language': language, ...(this.device && { Device: this.device }), Unsent: String(this.unsent()) };
  }
}
