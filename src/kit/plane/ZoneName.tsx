import { type ReadonlySignal, useComputed } from '@preact/signals';
import './zoneName.css';

interface ZoneNameProps {
  readonly zone: ReadonlySignal<string | undefined>;
  /** The name under which scripts read it. */
  readonly quantity: string;
}

/** Easy, semi-hard or hard, in the zone's colour. */
export const ZoneName = ({ zone, quantity }: ZoneNameProps) => (
  <span class="zone-pill" data-zone={zone} data-quantity={quantity} data-value={zone}>
    {useComputed(() => zone.value ?? '')}
  </span>
);
