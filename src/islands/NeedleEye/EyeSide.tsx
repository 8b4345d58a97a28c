import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { LaneMark } from '#kit/charts/LaneMark.tsx';
import { Needle } from '#kit/charts/Needle.tsx';
import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { type Distance, LANE } from './runs.ts';
import type { Reading } from './side.ts';
import { SizeBar } from './SizeBar.tsx';
import { needleWord, sizeText } from './verdict.ts';

interface EyeSideProps {
  readonly distance: Distance;
  readonly reading: ReadonlySignal<Reading>;
  /** Its cloud. */
  readonly children: ComponentChildren;
}

interface ReadOutProps {
  readonly label: ComponentChildren;
  readonly name: string;
  readonly value: ReadonlySignal<number | undefined>;
  format(value: number): string;
}

function ReadOut({ label, name, value, format }: ReadOutProps) {
  return (
    <p data-drawing>
      {label}{' '}
      <span class="number" data-quantity={name} data-value={useComputed(() => value.value ?? '')}>
        {useComputed(() => (value.value === undefined ? '–' : format(value.value)))}
      </span>
    </p>
  );
}

/** One of the two runs at the shown step: its cloud at its own scale, its true size, its needle, its numbers. */
export function EyeSide({ distance, reading, children }: EyeSideProps) {
  const of = (key: keyof Reading) => useComputed(() => reading.value[key]);
  const spread = of('spread');
  const share = of('shrinkShare');
  const word = useComputed(() => needleWord(share.value));
  return (
    <div class="eye-side" data-side={distance}>
      <p class="eye-name" data-drawing>
        <LaneMark number={LANE[distance]} />
        {distance} distances
      </p>
      <div class="eye-cloud">{children}</div>
      <SizeBar size={spread} />
      <div class="eye-needle">
        <Needle
          balance={useComputed(() => share.value ?? 0)}
          label={useComputed(() => `The needle under ${distance} distances: ${word.value}`)}
        />
        <p class="eye-word" data-drawing>
          {word}
        </p>
      </div>
      <div class="eye-numbers">
        <ReadOut label="size" name={`${distance}Spread`} value={spread} format={sizeText} />
        <ReadOut
          label="ratio"
          name={`${distance}Ratio`}
          value={of('ratio')}
          format={formatNumber}
        />
        <ReadOut
          label="share"
          name={`${distance}ShrinkShare`}
          value={share}
          format={formatNumber}
        />
        <ReadOut
          label="k-NN"
          name={`${distance}KnnAccuracy`}
          value={of('knnAccuracy')}
          format={(value) => formatPercent(value, 0)}
        />
      </div>
    </div>
  );
}
