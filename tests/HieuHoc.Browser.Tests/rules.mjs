// Judges a list of texts with the browser's reading of the rules: RulesInTheBrowser.cs asks and reads the answers.
import { json } from 'node:stream/consumers';
import { evaluate, judge, parse, RuleError } from '../../src/HieuHoc.Web/wwwroot/capture/rules.js';

// Facts come as a Map of texts or from a function, there as numbers where that is exact: one is as good as the other.
const known = (facts) => (name) => (`${Number(facts[name])}` === facts[name] ? Number(facts[name]) : facts[name]);

const answer = ({ as, text, facts }) => {
  try {
    const read = parse(text, as);
    return as === 'rule' ? judge(read, new Map(Object.entries(facts))) : evaluate(read, known({ __proto__: null, ...facts }));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { code: error.code, position: error.position, length: error.length };
  }
};

const asked = await json(process.stdin);
process.stdout.write(JSON.stringify(asked.map(answer)));
