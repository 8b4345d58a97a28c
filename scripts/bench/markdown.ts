import {
  type MeasuredGroup,
  type MeasuredReport,
  type MeasuredRow,
  told,
} from '#components/measured.ts';

function line({ what, unit, median, least, most }: MeasuredRow, first: MeasuredRow): string {
  const spread = least === most ? '' : `${told(least)} to ${told(most)}`;
  const ratio =
    first.unit === unit && first.median && median !== null ? told(median / first.median) : '';
  return `| ${what} | ${told(median)} ${unit} | ${spread} | ${ratio} |`;
}

/** One Markdown table: median, smallest to largest, and the ratio to the first row of the group. */
export function markdownTable(groups: readonly MeasuredGroup[]): string {
  return [
    '| | median | spread | ratio |',
    '|---|---|---|---|',
    ...groups.flatMap(({ title, rows }) => [
      `| **${title}** | | | |`,
      ...rows.map((row) => line(row, rows[0]!)),
    ]),
  ].join('\n');
}

function chapter(name: string, report: MeasuredReport): string {
  const { heading, date, machine, versions, remarks, groups } = report;
  const took = Object.entries(versions).map(([of, version]) => `${of} ${version}`);
  const origin = `Measured by \`npm run bench -- ${name}\` on ${date}: ${machine}; ${took.join(', ')}.`;
  return [`## ${heading}`, origin, ...remarks, markdownTable(groups)].join('\n\n');
}

/** In the place of a graphics card's numbers, where none were brought. */
const NO_CARD = [
  '## On a graphics card',
  'Not measured yet: `npm run bench -- card FILE…` writes down what a machine with a card has printed. CONTRIBUTING.md says how such a file is made.',
].join('\n\n');

/** bench/README.md: everything that was written down, each part by its name and with its own date. */
export function markdownReport(reports: ReadonlyMap<string, MeasuredReport>): string {
  const head = [
    '# What `npm run bench` measured',
    'Made from the JSON files beside it by `npm run bench -- report`.',
    'The median of several values, the smallest and the largest, and the ratio to the first row of the same group. Compare within a group: another machine, or a busy one, moves them all.',
  ];
  const chapters = [...reports].map(([name, report]) => chapter(name, report));
  if (!reports.has('card')) chapters.push(NO_CARD);
  return `${[...head, ...chapters].join('\n\n')}\n`;
}
