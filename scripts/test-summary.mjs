// Reads what one test suite left behind and says what happened.
//   node scripts/test-summary.mjs SUITE RESULT.ctrf.json CONSOLE.log EXIT_CODE
// People's lines go to the error stream; the output is "PASSED FAILED SKIPPED" for the script that sums.
import { existsSync, readFileSync } from 'node:fs';

const [suite, resultFile, logFile, exitCode] = process.argv.slice(2);
const log = readFileSync(logFile, 'utf8').split('\n');
const say = line => process.stderr.write(line + '\n');
const indented = text => text.trimEnd().split('\n').map(line => '      ' + line).join('\n');

// The runner escapes its texts a second time.
const plain = text => (text ?? '').replace(/\\(["\\])/g, '$1');

// The frames of the runner, the framework and the database's driver would push the cause out of sight.
const ours = lines => lines.filter(line => !/^\s+at (Xunit|System|Microsoft|Npgsql)\./.test(line));
const firstLines = (text, count) => ours(text.split('\n')).slice(0, count).join('\n');
const lastWords = ours(log).slice(-40).map(line => line.slice(0, 300)).join('\n');

function readResult() {
  try {
    return existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')).results : null;
  } catch {
    return null;
  }
}

const failures = [];
const skips = [];
let passed = 0;
let seconds = 0;
const result = readResult();

if (result === null) {
  failures.push({ name: `${suite} ended without a result (exit code ${exitCode})`, why: lastWords });
} else {
  seconds = (result.summary.stop - result.summary.start) / 1000;

  for (const test of result.tests) {
    const name = plain(test.name);
    if (test.status === 'passed') passed++;
    else if (test.status === 'skipped') skips.push({ name, why: plain(test.extra?.reason) });
    else if (test.status === 'failed') failures.push({ name, why: plain(test.message) + '\n' + firstLines(plain(test.trace), 8) });
  }

  // What broke around the tests (fixtures, cleaning up) has only a name here; the console told the rest.
  for (const error of result.extra.suites.flatMap(s => s.errors ?? [])) {
    const start = log.findIndex(line => line.startsWith('    [') && line.includes(error.name));
    const length = log.slice(start + 1).findIndex(line => !line.startsWith('      '));
    const told = start < 0 ? [] : log.slice(start + 1, start + 1 + length).map(line => line.slice(6));
    failures.push({ name: `${error.name} (${error.type})`, why: firstLines(told.join('\n'), 12) });
  }

  if (passed + failures.length + skips.length === 0) {
    failures.push({ name: `${suite} holds no tests`, why: '' });
  } else if (exitCode !== '0' && failures.length === 0) {
    failures.push({ name: `${suite} reported no failure but ended with exit code ${exitCode}`, why: lastWords });
  }
}

say(`${suite}: ${passed} passed, ${failures.length} failed, ${skips.length} skipped (${seconds.toFixed(1)} s)`);
for (const { name, why } of failures) say(`  FAILED  ${name}` + (why.trim() ? '\n' + indented(why) : ''));
for (const { name, why } of skips) say(`  skipped ${name}: ${why}`);

console.log(passed, failures.length, skips.length);
