import { existsSync, readFileSync } from 'node:fs';
import { cardGroups, notMeasured } from './card/cardGroups.ts';
import { readRecord } from './card/readRecord.ts';
import type { CardRecord } from './card/record.ts';
import type { Measured } from './report.ts';
import type { Origin } from './writeDown.ts';

/** What several records must share to be one measurement. */
const ORIGIN = ['card', 'driver', 'date', 'processor', 'chromium'] as const;

function read(path: string): CardRecord {
  if (!existsSync(path))
    throw new Error(
      `There is no file ${path}: it should be what a machine with a card has printed.`,
    );
  try {
    return readRecord(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no record of a graphics card: ${(error as Error).message}.`);
  }
}

/** What records of one card come to. Throws an error that names what they do not share. */
export function cardReport(records: readonly CardRecord[]): {
  measured: Measured;
  origin: Origin;
} {
  const first = records[0];
  if (!first)
    throw new Error(
      'Name the files that the machine with the card has printed: npm run bench -- card FILE…',
    );
  for (const each of ORIGIN) {
    const other = records.find((record) => record[each] !== first[each]);
    if (other)
      throw new Error(
        `One card at a time, on one day: the ${each} is "${first[each]}" in one file and "${other[each]}" in another.`,
      );
  }
  const { card, driver, date, processor, chromium } = first;
  return {
    measured: {
      heading: 'On a graphics card',
      groups: cardGroups(records),
      remarks: [
        'Steps in the lab are the reader’s, by the clock: judging and drawing included, with the lab’s defaults, of 10 × 12 digits a batch, and 10 × 4 with the reference conv. The first step and the accuracy were looked for four times a second. PyTorch’s steps have its Adam; plain WebGPU kernels stand in for loss and Adam by some of the same cost.',
        ...notMeasured(records),
      ],
    },
    origin: { date, machine: `${card}, ${processor}`, versions: { driver, chromium } },
  };
}

/** Reads the files of one card: rows of the lab in one, of peers in another, or several of each. */
export const readCard = (paths: readonly string[]) => cardReport(paths.map(read));
