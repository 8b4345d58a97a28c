import { SOFTWARE } from '#training/compute/graphicsHardware.ts';
import { type Adapter, type LineParts, readLine } from './readLine.ts';
import type { CardRecord } from './record.ts';

const readLines = (text: string): Partial<LineParts>[] =>
  text.split(/\r?\n/).map((line, index) => {
    try {
      return readLine(line.trim());
    } catch (error) {
      throw new RangeError(`line ${index + 1} ${(error as Error).message}`);
    }
  });

function adapterOf(adapter: Adapter | undefined): Adapter {
  if (!adapter)
    throw new RangeError('no line begins with "adapter": it should be what run.sh printed, whole');
  const software = adapter.webgpu?.fallback || SOFTWARE.test(`${adapter.webgl}`);
  if (software || !(adapter.webgpu || adapter.webgl))
    throw new RangeError(
      'its browser had no graphics card, or none but software: it should be of a machine with a card',
    );
  return adapter;
}

/** The last that WebGL tells, as in "ANGLE (NVIDIA, Vulkan 1.3.277 (NVIDIA L4 (0x000027B8)), NVIDIA-550.90.7)". */
const driverOf = (renderer: string | null) => /, ([^,()]+)\)$/.exec(renderer ?? '')?.[1];

function named(value: string | undefined, name: string, right: string): string {
  if (value) return value;
  throw new RangeError(`it names no ${name}: ${right}`);
}

/** Reads what a machine with a card printed. Throws an error that says what is wrong and what would be right. */
export function readRecord(text: string): CardRecord {
  const lines = readLines(text);
  const all = <Key extends keyof LineParts>(key: Key) =>
    lines.flatMap((parts) => (parts[key] === undefined ? [] : [parts[key]])) as LineParts[Key][];
  const [lab, peers, raw] = [all('lab'), all('peer'), all('raw')[0]];
  const adapter = adapterOf(all('adapter')[0]);
  if (lab.length + peers.length === 0 && !raw)
    throw new RangeError('nothing was measured: it should have rows of the lab or of peers');
  return {
    date: named(all('date')[0], 'date', 'a line of it should be like 2026-11-27'),
    card: named(
      all('card')[0] ?? adapter.webgpu?.desc,
      'card',
      'a line of it should be like "GPU 0: NVIDIA L4 (UUID: …)", as nvidia-smi -L prints it',
    ),
    driver: named(
      all('driver')[0] ?? driverOf(adapter.webgl),
      'driver',
      'a line of it should be like "driver 550.90.07"',
    ),
    processor: named(
      all('processor')[0],
      'processor',
      'a line of it should be like "Model name: AMD EPYC", as lscpu prints it',
    ),
    chromium: named(
      /Chrome\/([\d.]+)/.exec(adapter.ua)?.[1],
      'Chromium',
      'its adapter should tell the "ua"',
    ),
    lab,
    peers,
    raw,
    failed: all('failed'),
  };
}
