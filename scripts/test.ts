/**
 * `npm test`: every check in order. A stage with a report counts its tests, any other counts as
 * one check. Goes on after a failure, so that one run shows everything that is wrong; the last
 * line is "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  /** Reads the stage's report; without it the stage is one check. */
  readonly count?: (stdout: string) => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const unitReport = join(reports, 'unit.json');
const enginesReport = join(reports, 'engines.json');
const browserReport = join(reports, 'browser.json');
const readReport = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** What Vitest is told to leave a report, and what that report counts. */
const vitestReporting = (path: string) => [
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${path}`,
];
const countVitest = (path: string): Count => {
  const { numPassedTests, numFailedTests } = readReport(path);
  return { passed: numPassedTests, failed: numFailedTests };
};

const stages: readonly Stage[] = [
  { name: 'types', args: ['run', '-s', 'types'] },
  { name: 'lint', args: ['run', '-s', 'lint'] },
  { name: 'format', args: ['run', '-s', 'format:check'] },
  { name: 'import rules', args: ['run', '-s', 'imports'] },
  { name: 'unused code', args: ['run', '-s', 'unused'] },
  {
    name: 'unit',
    args: ['run', '-s', 'unit', ...vitestReporting(unitReport)],
    count: () => countVitest(unitReport),
  },
  {
    name: 'oracle',
    args: [
      'run',
      '-s',
      'oracle',
      '--',
      'tests/oracle/cases.json',
      'tests/oracle/softmax-cases.json',
    ],
    count: (stdout) => {
      const [, passed, failed] =
        /(\d+) passed, (\d+) failed, \d+ inexpressible\s*$/.exec(stdout) ?? [];
      return { passed: Number(passed), failed: Number(failed) };
    },
  },
  { name: 'build', args: ['run', '-s', 'build'] },
  {
    name: 'browser',
    args: ['run', '-s', 'browser', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: () => {
      const { expected, unexpected, flaky } = readReport(browserReport).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  },
  {
    name: 'every engine',
    args: ['run', '-s', 'test:browsers', ...vitestReporting(enginesReport)],
    count: () => countVitest(enginesReport),
  },
];

/** Runs one stage. A stage that fails without a failed test in its report (a crash, say) counts one failure. */
function runStage({ name, args, env, count }: Stage): Count {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status, stdout } = spawnSync('npm', [...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  process.stdout.write(stdout);
  const succeeded = status === 0;
  let result: Count = succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (count) {
    try {
      const counted = count(stdout);
      if (Number.isInteger(counted.passed) && Number.isInteger(counted.failed)) {
        result = succeeded ? counted : { ...counted, failed: Math.max(1, counted.failed) };
      } else {
        result = { passed: 0, failed: 1 };
      }
    } catch {
      result = { passed: 0, failed: 1 };
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`-- ${name}: ${result.passed} passed, ${result.failed} failed in ${seconds} s`);
  return result;
}

const total = stages.map(runStage).reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
