import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { InspectedPoint, TripletInspection } from './inspectTriplet.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import type { Point } from './point.ts';
import { Quantity } from '../figure/Quantity.tsx';
import { ZoneName } from './ZoneName.tsx';
import './tripletInspector.css';

/**
 * The names under which scripts read the triplet's numbers: a figure has each name once. What has
 * none here is told elsewhere in the figure.
 */
interface InspectorQuantities {
  readonly dAP: string;
  readonly dAN: string;
  readonly zone?: string;
  readonly loss?: string;
}

interface TripletInspectorProps {
  /** The triplet to show; undefined as long as the reader has chosen none. */
  readonly triplet: ReadonlySignal<TripletInspection | undefined>;
  /** Other names than `dAP`, `dAN`, `zone` and `loss`, where the figure uses those already. */
  readonly quantities?: InspectorQuantities;
  /** What to do to choose a triplet. */
  readonly hint?: string;
}

const OWN_NAMES: InspectorQuantities = { dAP: 'dAP', dAN: 'dAN', zone: 'zone', loss: 'loss' };
const ROLES = ['anchor', 'positive', 'negative'] as const;
const NOTHING = '–';

const pair = ({ x, y }: Point) => `(${formatNumber(x)}, ${formatNumber(y)})`;

/**
 * One triplet in full: its three points and their gradients, both distances, zone and loss. It has
 * the same size whatever it shows, and while it shows nothing.
 */
export function TripletInspector({
  triplet,
  quantities = OWN_NAMES,
  hint = 'Choose a triplet to inspect it.',
}: TripletInspectorProps) {
  const names = useComputed(() => triplet.value?.points.map(({ name }) => name).join(' '));
  const value = (name: 'dAP' | 'dAN' | 'loss') => useComputed(() => triplet.value?.[name]);
  const zone = useComputed(() => triplet.value?.zone);
  return (
    <div class="triplet-inspector">
      <table>
        <caption>
          {useComputed(() => (names.value ? <Title names={names.value.split(' ')} /> : hint))}{' '}
          {quantities.zone && <ZoneName zone={zone} quantity={quantities.zone} />}
        </caption>
        <thead>
          <tr>
            <th scope="col">point</th>
            <th scope="col">at</th>
            <th scope="col">gradient</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role, k) => (
            <PointRow key={role} role={role} point={useComputed(() => triplet.value?.points[k])} />
          ))}
        </tbody>
      </table>
      <p class="read-outs">
        <Quantity label={<Distance between="ap" />} name={quantities.dAP} value={value('dAP')} />
        <Quantity label={<Distance between="an" />} name={quantities.dAN} value={value('dAN')} />
        {quantities.loss && (
          <Quantity label="loss" name={quantities.loss} colour="loss" value={value('loss')} />
        )}
        <span class="number sum">{useComputed(() => triplet.value?.sum ?? '')}</span>
      </p>
    </div>
  );
}

/** A letter with its subscript, if it has one. */
function Name({ name }: { readonly name: string }) {
  const [, letter, index] = /^(.*\D)(\d+)$/.exec(name) ?? [];
  if (!letter) return <>{name}</>;
  return (
    <>
      {letter}
      <sub>{index}</sub>
    </>
  );
}

const Title = ({ names }: { readonly names: readonly string[] }) => (
  <>
    Triplet (
    {ROLES.map((role, k) => (
      <>
        {k > 0 && ', '}
        <var class={role}>
          <Name name={names[k] ?? ''} />
        </var>
      </>
    ))}
    )
  </>
);

const Distance = ({ between }: { readonly between: string }) => (
  <>
    <var>d</var>
    <sub>
      <var>{between}</var>
    </sub>
  </>
);

interface PointRowProps {
  readonly role: (typeof ROLES)[number];
  readonly point: ReadonlySignal<InspectedPoint | undefined>;
}

function PointRow({ role, point }: PointRowProps) {
  const text = (show: (point: InspectedPoint) => string) =>
    useComputed(() => (point.value ? show(point.value) : NOTHING));
  const name = useComputed(() => point.value?.name);
  return (
    <tr data-inspected={role}>
      <th scope="row">
        {role} <var class={role}>{useComputed(() => name.value && <Name name={name.value} />)}</var>
      </th>
      <td class="number">{text(({ at }) => pair(at))}</td>
      <td class="number">{text(({ gradient }) => pair(gradient))}</td>
    </tr>
  );
}
