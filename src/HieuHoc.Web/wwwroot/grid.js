// Typing numbers into a grid: arrows and Enter move, a block copied from Excel can be pasted, and what is not saved is
// marked. Without this script the same grid is a plain form.
const form = document.querySelector('form[data-grid]');
const rows = [...form.querySelectorAll('table.grid')].map((table) =>
  [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector('input:not([type=radio]), select'))).filter((row) => row.length > 0));
const cells = [...form.querySelectorAll('table.grid input, table.grid select')];
const saved = new Map(cells.map((cell) => [cell, cell.dataset.saved ?? cell.value])); // after a refusal a cell shows what was typed
let sending = false;

// Of a cell that also asks an estimate its first field has the place in the grid; the estimate lies beside it.
const place = (field) => {
  const input = field.closest('td')?.querySelector('input, select');
  for (const grid of rows) {
    for (let y = 0; y < grid.length; y++) {
      const x = grid[y].indexOf(input);
      if (x >= 0) return { grid, x, y };
    }
  }
  return null;
};

const format = new Intl.NumberFormat(document.documentElement.lang);

// A closing row adds up whole numbers, however they are parted; with a blank among them it says nothing.
const add = (table) => table.querySelectorAll('[data-sum]').forEach((sum) => {
  const column = [...table.tBodies[0].rows].map((row) => row.cells[sum.cellIndex]?.querySelector('input')).filter(Boolean);
  const values = column.map((input) => input.value.replace(/[.,\s]/g, ''));
  sum.textContent = values.every((value) => /^\d+$/.test(value)) ? format.format(values.reduce((all, value) => all + Number(value), 0)) : '—';
});

const mark = (input) => {
  const cell = input.closest('td');
  cell.classList.toggle('cell-unsaved', [...cell.querySelectorAll('input, select')].some((field) => field.value !== saved.get(field)));
  add(input.closest('table'));
};

// A pasted word chooses what it names.
const fill = (cell, text) => {
  cell.value = [...cell.options ?? []].find((option) => option.text === text)?.value ?? text;
  mark(cell);
};

// Left and right leave a cell only from its edge, since they also move within the number.
const atEdge = (input, key) =>
  input.selectionStart === input.selectionEnd && input.selectionStart === (key === 'ArrowLeft' ? 0 : input.value.length);

const move = (event) => {
  if (event.target.options && event.key !== 'Enter') return; // in a list the arrows choose
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], Enter: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key] ?? [0, 0];
  const at = (dx || dy) && place(event.target);
  if (!at || (dx && !atEdge(event.target, event.key))) return;
  const next = at.grid[at.y + dy]?.[at.x + dx];
  event.preventDefault(); // Enter would send the form, which nobody means in the middle of a column.
  next?.focus();
  next?.select?.();
};

const paste = (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const block = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
  const at = place(event.target);
  if (!at || at.grid[at.y][at.x] !== event.target || (block.length === 1 && block[0].length === 1)) return;
  event.preventDefault();
  block.forEach((line, dy) => line.forEach((value, dx) => {
    const input = at.grid[at.y + dy]?.[at.x + dx];
    if (input) fill(input, value.trim());
  }));
};

cells.forEach(mark);
form.addEventListener('keydown', move);
form.addEventListener('paste', paste);
form.addEventListener('input', (event) => saved.has(event.target) && mark(event.target));
form.addEventListener('submit', () => { sending = true; });
addEventListener('beforeunload', (event) => {
  if (!sending && cells.some((cell) => cell.value !== saved.get(cell))) event.preventDefault();
});
