import { type ReadonlySignal, useComputed } from '@preact/signals';

interface ChartFrameProps {
  /** The markup on the server, an empty string on the client: hydration leaves what stands there. */
  readonly markup: string;
  /** For a chart with several scales: whether this one is in use. */
  readonly shown?: ReadonlySignal<boolean>;
}

/** The axes of a chart, drawn at build time. */
export function ChartFrame({ markup, shown }: ChartFrameProps) {
  const visibility = useComputed(() => (shown?.value === false ? 'hidden' : 'inherit'));
  return (
    <g class="chart-frame" visibility={visibility} dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
