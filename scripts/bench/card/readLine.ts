import { type LabRun, type PeerStep, RAW_TIMES, type RawTimes } from './record.ts';

/** What the page tells of the browser that it is in. */
export interface Adapter {
  readonly webgpu: { readonly desc?: string; readonly fallback?: boolean } | null;
  readonly webgl: string | null;
  readonly ua: string;
}

/** What one line of a record says; what says nothing of the kind is left out. */
export interface LineParts {
  readonly card: string;
  readonly driver: string;
  readonly date: string;
  readonly processor: string;
  readonly adapter: Adapter;
  readonly lab: LabRun;
  readonly peer: PeerStep;
  readonly raw: RawTimes;
  readonly failed: string;
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('should end in whole JSON');
  }
}

function time(value: unknown, name: string): number {
  if (typeof value === 'number' && value > 0) return value;
  throw new RangeError(`should have a number above 0 as "${name}"`);
}

function word(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new RangeError(`should have a text as "${name}"`);
}

function labRun(text: string): Pick<Partial<LineParts>, 'lab' | 'failed'> {
  const { net, choice, backend, steps_per_s, first, at90 } = jsonOf(text);
  if (steps_per_s === 0) return { failed: `${net} on ${choice} took no step` };
  const lab = {
    network: word(net, 'net'),
    choice: word(choice, 'choice'),
    backend: word(backend, 'backend'),
    stepsPerSecond: time(steps_per_s, 'steps_per_s'),
    first: first === null ? undefined : time(first, 'first'),
    good: at90 === null ? undefined : time((at90 as unknown[] | undefined)?.[0], 'at90'),
  };
  return { lab };
}

function rawTimes(text: string): RawTimes {
  const told = jsonOf(text);
  const times = RAW_TIMES.map((name) => [name, time(told[name], name)]);
  return Object.fromEntries(times) as RawTimes;
}

const peer = (engine: string, network: string, batch: string, milliseconds: unknown): PeerStep => ({
  engine,
  network,
  batch: Number(batch),
  milliseconds: time(milliseconds, 'ms'),
});

/** Forms of lines, and what each says. */
const FORMS: readonly (readonly [RegExp, (...found: string[]) => Partial<LineParts>])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, (date) => ({ date })],
  [/^GPU 0: (.+?) \(UUID/, (card) => ({ card })],
  [/^driver (.+)$/, (driver) => ({ driver })],
  [/^Model name:\s+(.+)$/, (processor) => ({ processor })],
  [/^adapter (.*)$/, (json) => ({ adapter: jsonOf(json) as unknown as Adapter })],
  [/^(\{"net".*)$/, labRun],
  [/^raw (\{.*)$/, (json) => ({ raw: rawTimes(json) })],
  [
    /^(jax-js \w+) (.+) (\d+) (\{.*)$/,
    (engine, network, batch, json) => ({ peer: peer(engine, network, batch, jsonOf(json)['ms']) }),
  ],
  [
    /^(torch \w+ \w+) (.+) (\d+) ([\d.]+) ms a step$/,
    (engine, network, batch, ms) => ({ peer: peer(engine, network, batch, Number(ms)) }),
  ],
  [/^((?:raw|jax-js|ERR) .*|.+ not ready)$/, (failed) => ({ failed })],
];

/** Throws an error that says what the line should have. */
export function readLine(line: string): Partial<LineParts> {
  for (const [form, parts] of FORMS) {
    const found = form.exec(line);
    if (found) return parts(...found.slice(1));
  }
  return {};
}
