import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import type { MeasuredReport } from '#components/measured.ts';
import { markdownReport } from './markdown.ts';
import { type Measured, summarise } from './report.ts';

/** The parts of `npm run bench`, and their files under bench/, in the order of the report. */
export const PART_NAMES = [
  'training',
  'phone',
  'kernels',
  'threads',
  'batch-sizes',
  'mining',
  'losses',
  'loading',
  'drag',
  'faces',
  'card',
] as const;
export type PartName = (typeof PART_NAMES)[number];

const FOLDER = new URL('../../bench/', import.meta.url);
const fileOf = (name: PartName) => new URL(`${name}.json`, FOLDER);

export type Origin = Pick<MeasuredReport, 'date' | 'machine' | 'versions'>;

const here = (): Origin => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()}`,
  versions: { node: process.version },
});

/** Writes what was measured to bench/, as JSON, with machine and date: of here and now, unless told. */
export function writeDown(
  name: PartName,
  measured: Measured,
  { date, machine, versions } = here(),
): MeasuredReport {
  const { heading, groups, remarks = [] } = measured;
  const report: MeasuredReport = {
    heading,
    date,
    machine,
    versions: { ...versions, ...measured.versions },
    remarks,
    groups: groups.map(summarise),
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

/** What was written down of each part that was measured so far. */
export const readReports = (): ReadonlyMap<PartName, MeasuredReport> =>
  new Map(
    PART_NAMES.filter((name) => existsSync(fileOf(name))).map((name) => [
      name,
      JSON.parse(readFileSync(fileOf(name), 'utf8')) as MeasuredReport,
    ]),
  );

/** Makes bench/README.md of the JSON files. */
export const writeReport = (): void =>
  writeFileSync(new URL('README.md', FOLDER), markdownReport(readReports()));
