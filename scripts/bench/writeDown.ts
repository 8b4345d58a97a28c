import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { type Group, markdownTable, median } from './report.ts';

interface Report {
  /** Of the files under bench/, and of the part of `npm run bench`. */
  readonly name: string;
  readonly heading: string;
  readonly groups: readonly Group[];
  /** Versions of what else took part. */
  readonly versions?: Readonly<Record<string, string>>;
}

/** Writes what was measured to bench/, as Markdown and JSON, with machine and date. Returns the table. */
export function writeDown({ name, heading, groups, versions = {} }: Report): string {
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
  const table = markdownTable(groups);
  const told = Object.entries(all).map(([of, version]) => `${of} ${version}`);
  const text = `Measured by \`npm run bench -- ${name}\` on ${date}: ${machine}; ${told.join(', ')}.`;
  const folder = new URL('../../bench/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ date, machine, ...all, groups: summary }, null, 2)}\n`,
  );
  writeFileSync(new URL(`${name}.md`, folder), `# ${heading}\n\n${text}\n\n${table}\n`);
  return table;
}
