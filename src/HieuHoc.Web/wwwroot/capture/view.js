// What the page shows: the list of records and one record with its form. No sentence stands here: all come from the page.
import { drawForm } from './form.js';
import { isDrafted } from './outbox.js';

export const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

const at = (instant) => new Date(instant).toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });

// Three states and no more: returned to you, on this device, sent. What was never touched says where it stands.
const stateOf = (doc, texts, fill) => {
  if (doc.trouble || (doc.about?.returned && doc.queue.length === 0)) return ['to-mend', texts.returned];
  if (doc.queue.length > 0 || isDrafted(doc)) return ['waiting', texts.here];
  if (doc.receipt) return ['sent', fill(texts.sent, { code: doc.receipt.code, at: at(doc.receipt.receivedAt) })];
  return ['entering', doc.about?.standing];
};

// Why the server did not take it, in its own words: it alone knows.
const reason = (doc, texts) => (doc.trouble ? doc.trouble.says ?? texts.refused : doc.about?.returned);

// What needs more than numbers (words for a cell, a reason) is done on the record's own page, with network.
const pageOf = (doc, texts) => make('p', {}, make('a', { href: `/${doc.kind}/${doc.id}` }, texts.page));

const mark = (doc, texts, fill) => {
  const [state, words] = stateOf(doc, texts, fill);
  return make('span', { class: `state state-${state}` }, words);
};

export const drawList = (docs, begins, texts, fill, enter, begin) => {
  const beginning = begins.map((one) => button(one.title, 'btn-secondary', () => begin(one)));
  return [beginning.length > 0 && make('p', { class: 'actions' }, ...beginning), drawLines(docs, texts, fill, enter)].filter(Boolean);
};

const drawLines = (docs, texts, fill, enter) => {
  if (docs.length === 0) return make('p', { class: 'empty' }, texts.none);
  const rank = (doc) => (doc.trouble || doc.about?.returned ? 0 : doc.about?.isOpen ? 1 : 2);
  const lines = [...docs].sort((one, other) => rank(one) - rank(other)).map((doc) => {
    const button = make('button', { type: 'button', class: 'link-button' }, doc.about?.title);
    button.addEventListener('click', () => enter(doc.key));
    const why = reason(doc, texts);
    return make('li', {}, button, ' ', make('span', { class: 'hint' }, doc.about?.detail), ' ', mark(doc, texts, fill), why && make('p', {}, why));
  });
  return make('ul', { class: 'tasks' }, ...lines);
};

const button = (words, look, press) => {
  const made = make('button', { type: 'button', class: `btn ${look}` }, words);
  made.addEventListener('click', press);
  return made;
};

// Of a cell that somebody else changed meanwhile both values are shown, and its person decides.
const notesOf = (doc, values, texts, fill) => {
  const theirs = doc.about.isOpen ? doc.trouble?.current?.values : null;
  const both = (name) => fill(texts.bothValues, { yours: values[name] || texts.form.unanswered, theirs: theirs[name] || texts.form.unanswered });
  const differing = theirs ? Object.keys({ ...values, ...theirs }).filter((name) => (theirs[name] ?? '') !== (values[name] ?? '')) : [];
  return { ...doc.about.marks, ...Object.fromEntries(differing.map((name) => [name, both(name)])) };
};

export const drawRecord = (app, doc, definition, values, texts, fill, on) => {
  const { isOpen, marks } = doc.about;
  const why = reason(doc, texts);
  const state = make('p', { id: 'state' }, mark(doc, texts, fill));
  const form = drawForm(definition, values, {
    // As long as it is busy, what was typed last is not kept yet.
    onChange: async (typed) => {
      state.setAttribute('aria-busy', 'true');
      const kept = await on.typed(typed);
      state.removeAttribute('aria-busy');
      if (kept) state.replaceChildren(mark(kept, texts, fill));
    },
    readOnly: (name) => !isOpen || (marks ? !(name in marks) : false),
    notes: notesOf(doc, values, texts, fill),
    texts: texts.form,
  });
  const press = (act) => () => act(form.values());
  const isStuck = doc.trouble || (!isOpen && (doc.queue.length > 0 || isDrafted(doc)));
  app.append(
    make('h2', { tabindex: -1 }, doc.about.title),
    make('p', { class: 'hint' }, doc.about.detail),
    state,
    ...(why ? [make('p', { class: 'notice notice-behind' }, why), doc.confirmed.version !== null && pageOf(doc, texts)] : []),
    form.element,
    make('div', { class: 'actions' },
      isOpen && button(texts.save, 'btn-primary', press(on.save)),
      isOpen && button(texts.send, 'btn-secondary', press(on.send)),
      isStuck && button(texts.giveUp, 'btn-secondary', on.giveUp),
      button(texts.leave, 'btn-link', on.leave)),
  );
  return form;
};
