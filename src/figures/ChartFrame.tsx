interface ChartFrameProps {
  /** The markup on the server, an empty string on the client: hydration leaves what stands there. */
  readonly markup: string;
}

/** The axes of a chart, drawn at build time. */
export function ChartFrame({ markup }: ChartFrameProps) {
  return <g class="chart-frame" dangerouslySetInnerHTML={{ __html: markup }} />;
}
