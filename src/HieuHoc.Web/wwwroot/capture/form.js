// Draws a form from the server's definition, one labelled field under the other. Every word comes from the page or the
// definition; what is odd is said beside its cells, and only a hint.
import { judge, parse } from './rules.js';

const MOST = 10n ** 15n; // the largest answer, in units of the last decimal, as TypedAnswers has it
const GROUPED = /^[1-9]\d{0,2}([.,\s]\d{3})+$/;

const ownMark = () => (1.5).toLocaleString(globalThis.document?.documentElement.lang || 'vi')[1];

// The last mark parts decimals, unless it can only part thousands.
const decimalsFrom = (text, mark) => {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0 || text.indexOf(text[at]) < at) return text.length;
  return text[at] === mark || text.search(/[.,]/) < at || !GROUPED.test(text) ? at : text.length;
};

// A number as people type it, with a point: null where nothing is typed, undefined where it is no answer.
export const parseNumber = (typed, decimals = 6, mark = ownMark()) => {
  const text = (typed ?? '').trim();
  if (!text) return null;
  const at = decimals > 0 ? decimalsFrom(text, mark) : text.length;
  const [whole, part] = [text.slice(0, at), text.slice(at).replace(',', '.')];
  const plain = (GROUPED.test(whole) ? whole.replace(/[.,\s]/g, '') : whole) + part;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const [natural, behind = ''] = plain.split('.');
  const rest = behind.replace(/0+$/, '');
  if (rest.length > decimals || BigInt(natural + rest.padEnd(decimals, '0')) > MOST) return undefined;
  return `${BigInt(natural)}${rest && `.${rest}`}`;
};

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
};

const choicesOf = (field, texts) =>
  field.choices ?? (field.type === 'yesno' ? [{ value: '1', title: texts.yes }, { value: '0', title: texts.no }] : null);

const drawInput = (field, attributes, value, frozen, texts) => {
  const choices = choicesOf(field, texts);

  if (choices && !frozen) {
    const options = [{ value: '', title: texts.unanswered }, ...choices].map((choice) => make('option', { value: choice.value }, choice.title));
    return make('select', { ...attributes, class: 'form-select' }, ...options);
  }

  const look = frozen ? 'form-control-plaintext' : field.type === 'number' ? 'form-control number' : 'form-control';
  const keys = field.type === 'number' && (field.decimals > 0 ? 'decimal' : 'numeric');
  const written = { ...attributes, class: look, autocomplete: 'off', readonly: frozen && 'readonly' };
  return field.type === 'text' ? make('textarea', { ...written, rows: 3 }) : make('input', { ...written, inputmode: keys });
};

const shownIn = (field, value, frozen, texts) => {
  const choices = frozen && choicesOf(field, texts);
  return choices ? choices.find((choice) => choice.value === value)?.title ?? texts.unanswered : value;
};

const drawField = (name, field, value, frozen, note, texts) => {
  const id = `cell_${name}`;
  const line = (kind, look, text) => text && make('p', { id: `${id}_${kind}`, class: look }, text);
  const [hint, reason] = [line('hint', 'hint', field.hint), line('note', 'notice notice-behind', note)];
  const said = make('div', { id: `${id}_said`, role: 'status' });
  const described = [hint, reason, said].filter(Boolean).map((element) => element.id).join(' ');
  const input = drawInput(field, { id, name, 'aria-describedby': described }, value, frozen, texts);
  input.value = shownIn(field, value, frozen, texts);
  return { input, said, frame: make('div', { class: 'field' }, make('label', { for: id }, field.title), hint, reason, input, said) };
};

const finding = (weight, word, sentence) => {
  const [look, state] = weight === 'hard' ? ['field-error', 'state-not-met'] : [null, 'state-behind'];
  return make('p', { class: look }, make('span', { class: `state ${state}` }, word), ' ', sentence);
};

// Of a line said already nothing is touched: it would be read out once more.
const say = (said, lines) => {
  const words = (of) => [...of].map((line) => line.textContent).join('\n');
  if (words(lines) !== words(said.children)) said.replaceChildren(...lines);
};

// values: name → as typed. onChange hears them all; readOnly is a Set of names or asks a name; notes: name → why it came
// back; texts: unanswered, unreadable, hard, soft, yes, no.
export const drawForm = (definition, values, { onChange, readOnly = new Set(), notes = {}, texts }) => {
  const fields = new Map(Object.entries(definition.fields));
  const typed = new Map(Object.entries(values));
  const drawn = new Map();
  const isFrozen = typeof readOnly === 'function' ? readOnly : (name) => readOnly.has(name);
  const all = () => Object.fromEntries(typed);

  const drawCell = (name) => {
    drawn.set(name, drawField(name, fields.get(name), typed.get(name) ?? '', isFrozen(name), notes[name], texts));
    return drawn.get(name).frame;
  };

  const drawRow = ({ title, cells }) => {
    const asked = cells.filter((name) => fields.has(name));
    const isNamed = asked.length === 0 || asked.some((name) => fields.get(name).title === title);
    return [!isNamed && make('h3', {}, title), ...asked.map(drawCell)];
  };

  const element = make('div', { role: 'group', 'aria-label': definition.title }, ...definition.sections.map((section) =>
    make('section', { class: 'form-section' }, make('h2', {}, section.title), section.hint && make('p', { class: 'hint' }, section.hint), ...section.rows.flatMap(drawRow))));

  const checks = definition.checks.flatMap((check) => {
    try {
      return [{ ...check, rule: parse(check.rule) }];
    } catch {
      return []; // written for a newer reading of the rules: the server will say
    }
  });

  const answer = (name) => {
    const [field, text] = [fields.get(name), typed.get(name)];
    return field?.type === 'number' ? parseNumber(text, field.decimals) : field?.type === 'text' ? null : text || null;
  };

  const show = () => {
    const broken = checks.filter((check) => judge(check.rule, answer).verdict === 'not-met');
    drawn.forEach(({ input, said, frame }, name) => {
      const found = broken.filter((check) => check.cells.includes(name));
      const unreadable = answer(name) === undefined;
      const wrong = unreadable || found.some((check) => check.weight === 'hard');
      const lines = found.map(({ weight, sentence }) => finding(weight, texts[weight], sentence));
      if (unreadable) lines.unshift(finding('hard', texts.hard, texts.unreadable));
      frame.classList.toggle('field-wrong', wrong);
      if (wrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      say(said, lines);
    });
  };

  const listening = new AbortController();
  const listen = (event, react) => element.addEventListener(event, ({ target }) => react(target), { signal: listening.signal });

  listen('input', (input) => {
    typed.set(input.name, input.value);
    onChange?.(all());
    // A number half typed is not wrong yet; what was wrong is taken back at once.
    if (drawn.get(input.name).said.firstChild) show();
  });
  listen('change', show);
  show();

  return { element, values: all, dispose: () => { listening.abort(); element.remove(); } };
};
