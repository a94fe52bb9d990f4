// Reads a list of typed numbers as the browser's form does: TypedNumbersTests.cs asks and reads the answers.
import { json } from 'node:stream/consumers';
import { parseNumber } from '../../src/HieuHoc.Web/wwwroot/capture/form.js';

const outcome = ({ typed, decimals, language }) => {
  const number = parseNumber(typed, decimals, language === 'vi' ? ',' : '.');
  return number === undefined ? 'unreadable' : number ?? 'empty';
};

const asked = await json(process.stdin);
process.stdout.write(JSON.stringify(asked.map(outcome)));
