import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { type Measured, markdownTable, median } from './report.ts';

interface Report extends Measured {
  /** Of the files under bench/, and of the part of `npm run bench`. */
  readonly name: string;
  readonly heading: string;
}

const FOLDER = new URL('../../bench/', import.meta.url);

/** Writes what was measured to bench/, as Markdown and JSON, with machine and date. */
export function writeDown({ name, heading, groups, versions = {}, remarks = [] }: Report): void {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()}`;
  const date = new Date().toISOString().slice(0, 10);
  const all: Readonly<Record<string, string>> = { node: process.version, ...versions };
  const summary = groups.map(({ title, rows }) => ({
    title,
    rows: rows.map(({ what, unit, values }) => ({
      what,
      unit,
      median: median(values),
      least: Math.min(...values),
      most: Math.max(...values),
    })),
  }));
  const told = Object.entries(all).map(([of, version]) => `${of} ${version}`);
  const text = `Measured by \`npm run bench -- ${name}\` on ${date}: ${machine}; ${told.join(', ')}.`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    new URL(`${name}.json`, FOLDER),
    `${JSON.stringify({ date, machine, ...all, remarks, groups: summary }, null, 2)}\n`,
  );
  writeFileSync(
    new URL(`${name}.md`, FOLDER),
    `${[`# ${heading}`, text, ...remarks, markdownTable(groups)].join('\n\n')}\n`,
  );
}

/** Joins what was written down of each part, each with its own date, in bench/README.md. */
export function joinReports(names: readonly string[]): void {
  const parts = names
    .map((name) => new URL(`${name}.md`, FOLDER))
    .filter((file) => existsSync(file))
    .map((file) => `#${readFileSync(file, 'utf8')}`);
  const head = [
    '# What `npm run bench` measured',
    'The median of several values, the smallest and the largest, and the ratio to the first row of the same group. Compare within a group: another machine, or a busy one, moves them all.',
  ];
  writeFileSync(new URL('README.md', FOLDER), [...head, ...parts].join('\n\n'));
}
