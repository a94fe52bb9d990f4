// Checking a plan by keyboard: the item that is looked at is marked in the document, a decision is sent without losing one's
// place, and the next item is at hand. Without this script every button is a plain form.
const main = document.getElementById('main');
const items = () => [...main.querySelectorAll('.plan-item')];
const current = () => document.activeElement?.closest?.('.plan-item');

const mark = (item) => {
  main.querySelectorAll('.plan-text .now').forEach((run) => run.classList.remove('now'));
  const runs = item ? [...main.querySelectorAll('.plan-text [data-items]')].filter((run) => run.dataset.items.split(' ').includes(item.id)) : [];
  runs.forEach((run) => run.classList.add('now'));
  const frame = main.querySelector('.plan-document');
  if (runs.length > 0) frame.scrollTop += runs[0].getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
};

const go = (item) => item?.focus();

// From an item on, round to the beginning: the first one that fits.
const next = (from, fits) => {
  const all = items();
  const at = all.findIndex((item) => item.id === from);
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(fits);
};

const isOpen = (item) => item.dataset.state === 'Open';
const isDoubtful = (item) => item.dataset.doubtful === 'true';

let busy = false;

const send = async (form, button) => {
  if (busy) return;
  busy = true;
  const from = form.closest('.plan-item')?.id ?? form.elements.Key?.value ?? form.closest('section')?.querySelector('.plan-item:last-of-type')?.id;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
    if (!page || answer.status >= 500) throw new TypeError('no page of ours');
    const scrolled = main.querySelector('.plan-document').scrollTop;
    main.replaceChildren(...page.childNodes);
    main.querySelector('.plan-document').scrollTop = scrolled;
    const stays = !answer.ok || 'undo' in form.dataset;
    go(stays ? document.getElementById(from) ?? items().find(isOpen) : next(from, isOpen) ?? document.getElementById(from));
  } catch {
    form.requestSubmit(button); // by the browser, which says what is wrong
  } finally {
    busy = false;
  }
};

main.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-plan]') || busy) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

main.addEventListener('focusin', (event) => mark(event.target.closest('.plan-item')));

main.addEventListener('click', (event) => {
  if (!event.target.closest('[data-next-doubtful]')) return;
  event.preventDefault();
  go(next(current()?.id, isDoubtful));
});

const press = (item, verdict) => item.querySelector(`button[value=${verdict}]`)?.click();

const keys = {
  ArrowDown: (item) => go(next(item.id, () => true)),
  ArrowUp: (item) => go(items()[items().indexOf(item) - 1]),
  Enter: (item) => press(item, 'Accepted'),
  b: (item) => press(item, 'Dropped'),
  s: (item) => {
    item.querySelector('[data-correct]').open = true;
    item.querySelector('[data-correct] :is(input, textarea, select)').focus();
  },
  t: (item) => go(next(item.id, isDoubtful)),
  z: () => main.querySelector('[data-undo] button').click(),
};

// Only while an item itself has the focus: whoever types into a field types.
main.addEventListener('keydown', (event) => {
  const act = event.target.matches('.plan-item') && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key];
  if (!act) return;
  event.preventDefault();
  act(event.target);
});

go(location.hash ? document.getElementById(location.hash.slice(1)) : items().find(isOpen));
