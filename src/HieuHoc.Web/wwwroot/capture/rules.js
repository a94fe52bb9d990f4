// The language of docs/rules-language.md, for hints while typing: the server's verdict is the only one that counts.
// A number is a BigInt in units of 10⁻²⁸, the finest that System.Decimal has; nothing here is ever a binary fraction.
const ONE = 10n ** 28n;
const LIMIT = 2n ** 96n;
// Without a prototype, here and below: a fact may be called "constructor".
const SPELLING = { __proto__: null, '−': '-', '×': '*', '÷': '/', '≤': '<=', '≥': '>=', '≠': '<>' };
const SEGMENT = '[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*';
const WORD = new RegExp(`(?<digits>\\d+(?:\\.\\d+)?)|(?<name>${SEGMENT}(?:\\.${SEGMENT})*(?:~[A-Za-z][A-Za-z0-9]*)?)|[<>]=|<>|[-+*/=<>(),%−×÷≤≥≠]`, 'y');
const SPACE = /(?:(?!\uFEFF)\s|\x85)*/y; // as .NET has it

export class RuleError extends Error {
  constructor(code, position, length) {
    super(`${code} at ${position}`);
    Object.assign(this, { code: `rules.error.${code}`, position, length });
  }
}

const fail = (code, { start, end }) => { throw new RuleError(code, start, end - start); };
const number = (phrase) => (phrase.isNumber ? phrase : fail('not-a-number', phrase));
const condition = (phrase) => (phrase.isNumber ? fail('not-a-condition', phrase) : phrase);
const abs = (n) => (n < 0n ? -n : n);

// n / d; of a half, `up` says whether it goes away from zero.
const nearest = (n, d, up) => {
  const whole = n / d;
  const rest = 2n * abs(n % d) - d;
  return rest > 0n || (rest === 0n && up(whole)) ? whole + (n < 0n ? -1n : 1n) : whole;
};

// n / d in the digits that System.Decimal holds, halves to even as there; null: too large to hold.
const fit = (n, d) => {
  for (let unit = 1n; unit <= ONE; unit *= 10n) {
    const value = nearest(d < 0n ? -n : n, abs(d) * unit, (whole) => whole % 2n);
    if (abs(value) < LIMIT) return value * unit;
  }
  return null;
};

const read = (text) => {
  const [, whole, rest = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text ?? '') ?? [];
  return whole ? fit(BigInt(whole + rest) * ONE, 10n ** BigInt(rest.length)) : null;
};

const write = (n) => `${n < 0n ? '-' : ''}${`${abs(n)}`.padStart(29, '0').replace(/\d{28}$/, '.$&').replace(/\.?0+$/, '')}`;

const known = (work) => (...values) => (values.includes(null) ? null : work(...values));
const [plus, minus] = [known((a, b) => fit(a + b, 1n)), known((a, b) => fit(a - b, 1n))];
const [times, over] = [known((a, b) => fit(a * b, ONE)), known((a, b) => (b ? fit(a * ONE, b) : null))];
const settled = (by) => (...verdicts) => (verdicts.includes(by) ? by : verdicts.includes(null) ? null : !by);

// What is missing is named only where the outcome hung on it.
const outcome = (value, parts) => ({ value, missing: value === null ? parts.flatMap((part) => part.missing) : [] });
const part = (isNumber, parts, work) => ({
  isNumber,
  look: (facts) => {
    const seen = parts.map((each) => each.look(facts));
    return outcome(work(...seen.map(({ value }) => value)), seen);
  },
});
const calculated = (work) => (...operands) => part(true, operands.map(number), work);

const SUMS = { __proto__: null, '+': plus, '-': minus };
const PRODUCTS = { __proto__: null, '*': times, '/': over };
const RELATIONS = { __proto__: null, '=': (a, b) => a === b, '<>': (a, b) => a !== b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };
const ARGUMENTS = { share: 2, round: 2, if: 3 };
const CALLS = {
  __proto__: null,
  sum: calculated((...all) => all.reduce(plus)),
  count: calculated((...all) => BigInt(all.filter((value) => value !== null).length) * ONE),
  min: calculated(known((...all) => all.reduce((a, b) => (b < a ? b : a)))),
  max: calculated(known((...all) => all.reduce((a, b) => (b > a ? b : a)))),
  share: calculated((some, all) => over(times(100n * ONE, some), all)),
  round(operand, { places = -1n, ...at }) {
    number(operand);
    if (places % ONE || places > 10n * ONE) fail('places', at);
    const unit = 10n ** (28n - places / ONE);
    return part(true, [operand], known((value) => nearest(value, unit, () => true) * unit));
  },
  if(when, then, otherwise) {
    condition(when);
    number(then);
    number(otherwise);
    return {
      isNumber: true,
      look: (facts) => {
        const asked = when.look(facts);
        const chosen = asked.value === null ? asked : (asked.value ? then : otherwise).look(facts);
        return outcome(chosen.value, [chosen]);
      },
    };
  },
};

const cut = (text) => {
  const words = [];
  let start = 0;
  const skip = () => {
    SPACE.lastIndex = start;
    start += SPACE.exec(text)[0].length;
  };

  for (skip(); start < text.length; skip()) {
    WORD.lastIndex = start;
    const found = WORD.exec(text) ?? fail('unexpected', { start, end: start + (text.codePointAt(start) > 0xFFFF ? 2 : 1) });
    words.push({ ...found.groups, text: SPELLING[found[0]] ?? found[0], start, end: start += found[0].length });
  }

  return [...words, { text: '', start, end: start }];
};

// One function for each rank of binding, loosest first; what is wrong is found in the order of HieuHoc.Rules.
export const parse = (text, as = 'rule') => {
  if (text.length > 4000) fail('too-long', { start: 0, end: text.length });

  const words = cut(text);
  let next = 0;
  let depth = 0;
  const is = (word) => words[next].text === word;
  const take = (word) => is(word) && words[next++];
  const unexpected = () => fail(is('') ? 'unfinished' : 'unexpected', words[next]);
  const expect = (word) => take(word) || unexpected();
  const since = (start, phrase) => ({ ...phrase, start, end: words[next - 1].end });

  const nested = (rank) => {
    if (++depth > 100) fail('too-deep', words[next]);
    const phrase = rank();
    depth--;
    return phrase;
  };

  const joined = (word, rank, work) => () => {
    const first = rank();
    if (!is(word)) return first;
    const all = [condition(first)];
    while (take(word)) all.push(condition(rank()));
    return since(first.start, part(false, all, work));
  };

  // A run is one part, however long: a part within a part for each sign would exhaust the stack.
  const run = (signs, rank) => () => {
    const first = rank();
    if (!signs[words[next].text]) return first;
    const [all, steps] = [[number(first)], []];
    while (signs[words[next].text]) {
      steps.push(signs[words[next++].text]);
      all.push(number(rank()));
    }
    return since(first.start, part(true, all, (...values) => values.reduce((left, right, i) => steps[i - 1](left, right))));
  };

  const prefixed = (sign, wrap, rank) => function prefix() {
    const { start } = words[next];
    return take(sign) ? since(start, wrap(nested(prefix))) : rank();
  };

  const call = (name) => {
    expect('(');
    const all = [nested(or)];
    while (take(',')) all.push(nested(or));
    expect(')');
    if ((ARGUMENTS[name.text] ?? all.length) !== all.length) fail('arguments', name);
    return CALLS[name.text](...all);
  };

  const constant = (digits) => {
    if (digits.text.replace('.', '').length > 28) fail('number-too-long', digits);
    const value = read(digits.text);
    return { ...part(true, [], () => value), places: take('%') ? undefined : value };
  };

  const named = (name) => {
    if (CALLS[name.text]) return call(name);
    if (is('(')) fail('unknown-function', name);
    if (name.text === 'yes' || name.text === 'no') return part(true, [], () => (name.text === 'yes' ? ONE : 0n));
    return {
      isNumber: true,
      look: (facts) => {
        const value = read(facts(name.text));
        return { value, missing: value === null ? [name.text] : [] };
      },
    };
  };

  const atom = () => {
    const word = words[next];
    let phrase;
    if (take('(')) {
      phrase = nested(or);
      expect(')');
    } else {
      if (!(word.digits || word.name) || ['and', 'or', 'not'].includes(word.text)) unexpected();
      next++;
      phrase = word.digits ? constant(word) : named(word);
    }
    return since(word.start, phrase);
  };

  const product = run(PRODUCTS, prefixed('-', (operand) => part(true, [number(operand)], known((value) => -value)), atom));
  const sum = run(SUMS, product);

  const comparison = () => {
    let left = sum();
    while (RELATIONS[words[next].text]) {
      number(left);
      const holds = RELATIONS[words[next++].text];
      left = since(left.start, part(false, [left, number(sum())], known(holds)));
    }
    return left;
  };

  const not = prefixed('not', (operand) => part(false, [condition(operand)], known((met) => !met)), comparison);
  const or = joined('or', joined('and', not, settled(false)), settled(true));

  if (is('')) fail('empty', words[next]);
  const phrase = or();
  if (!is('')) unexpected();
  return as === 'formula' ? number(phrase) : condition(phrase);
};

const look = (phrase, facts) => {
  const { value, missing } = phrase.look(typeof facts === 'function' ? facts : (name) => facts.get(name));
  return { value, missing: [...new Set(missing)] };
};

export const judge = (rule, facts) => {
  const { value, missing } = look(rule, facts);
  return { verdict: value === null ? 'cannot-say' : value ? 'met' : 'not-met', missing };
};

export const evaluate = (formula, facts) => {
  const { value, missing } = look(formula, facts);
  return { value: value === null ? null : write(value), missing };
};
