/** What the main thread of a page does in each frame, by Chromium's own account. */
import type { CDPSession } from '@playwright/test';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time: what else the machine does meanwhile is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

export const KINDS = ['script', 'style, layout', 'pre-paint', 'paint', 'layerize, commit'] as const;
type Kind = (typeof KINDS)[number];

/** Milliseconds of processor time of one frame: of each kind, and of all tasks of the thread. */
export interface FrameCost {
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly work: number;
  /** With the browser's upkeep between the steps, and the tracing itself. */
  readonly tasks: number;
}

/** The steps from an input to what is handed over for drawing. */
const KIND_OF_STEP: ReadonlyMap<string, Kind> = new Map([
  ['HitTest', 'script'],
  ['EventDispatch', 'script'],
  ['FireAnimationFrame', 'script'],
  ['TimerFire', 'script'],
  ['FunctionCall', 'script'],
  ['RunMicrotasks', 'script'],
  ['MinorGC', 'script'],
  ['MajorGC', 'script'],
  ['UpdateLayoutTree', 'style, layout'],
  ['Layout', 'style, layout'],
  ['PrePaint', 'pre-paint'],
  ['Paint', 'paint'],
  ['Layerize', 'layerize, commit'],
  ['Commit', 'layerize, commit'],
]);
const TASK = 'RunTask';
const FRAME = 'AnimationFrame';

/** Records what happens during `work`. */
export async function record(client: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  });
  await work();
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  return events;
}

const milliseconds = (events: readonly TraceEvent[]) =>
  events.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;

/** Those events that lie in no other one of the list, which is in the order of time. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/**
 * The cost of each frame in which a pointer moved: all work from its beginning to that of the next
 * frame. The last frame, whose end is not in the trace, is left out.
 */
export function dragFrames(trace: readonly TraceEvent[]): FrameCost[] {
  const isMove = ({ name, args }: TraceEvent) =>
    name === 'EventDispatch' && args?.data?.type === 'pointermove';
  const thread = trace.find(isMove);
  if (!thread) throw new Error('The trace has no pointer moves.');
  const events = trace
    .filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const beginnings = events
    .filter(({ name, ph }) => name === FRAME && ph === 'b')
    .map(({ ts }) => ts);
  const tasks = outermost(events.filter(({ name, ph }) => name === TASK && ph === 'X'));
  const costs = beginnings.slice(0, -1).flatMap((begin, k) => {
    const end = beginnings[k + 1]!;
    const inFrame = ({ ts }: TraceEvent) => ts >= begin && ts < end;
    if (!events.some((event) => isMove(event) && inFrame(event))) return [];
    const steps = outermost(
      events.filter((event) => event.ph === 'X' && KIND_OF_STEP.has(event.name) && inFrame(event)),
    );
    const kinds = Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        milliseconds(steps.filter(({ name }) => KIND_OF_STEP.get(name) === kind)),
      ]),
    ) as Record<Kind, number>;
    return [{ kinds, work: milliseconds(steps), tasks: milliseconds(tasks.filter(inFrame)) }];
  });
  if (costs.length === 0) throw new Error('The trace has no whole frame with a pointer move.');
  return costs;
}
