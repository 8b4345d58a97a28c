import { type ReadonlySignal, useComputed } from '@preact/signals';
import { OnceReady } from '#kit/controls/OnceReady.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { Recognised } from './recognise.ts';
import { LONGEST_NAME, type Sign } from './signs.ts';
import { SignPicture } from './SignPicture.tsx';
import type { SignDesk } from './useSigns.ts';

/** So many examples are the nearest neighbours. */
const NEIGHBOURS = 3;

interface KnownSignsProps {
  readonly desk: SignDesk;
  readonly recognised: ReadonlySignal<Recognised | undefined>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Every sign with its name and its examples, each with its distance from the drawing on the pad. */
export function KnownSigns({ desk, recognised, ready }: KnownSignsProps) {
  /** An example no farther than this is one of the nearest. */
  const reach = useComputed(() => {
    const all = recognised.value?.toExamples.flat().sort((a, b) => a - b) ?? [];
    return all[Math.min(NEIGHBOURS, all.length) - 1] ?? -1;
  });
  return (
    <div class="known-signs">
      {useComputed(() =>
        desk.signs.value.length > 0 ? (
          desk.signs.value.map((sign, k) => (
            <KnownSign
              key={sign.id}
              sign={sign}
              place={k}
              {...{ desk, recognised, reach, ready }}
            />
          ))
        ) : (
          <p>No sign is known. Draw one, and keep it as a new sign.</p>
        ),
      )}
    </div>
  );
}

interface KnownSignProps extends KnownSignsProps {
  readonly sign: Sign;
  readonly place: number;
  readonly reach: ReadonlySignal<number>;
}

function KnownSign({ sign, place, desk, recognised, reach, ready }: KnownSignProps) {
  const { id, name, samples } = sign;
  const disabled = useComputed(() => !ready.value);
  const isTaken = useComputed(() => {
    const { accepted, nearest } = recognised.value ?? {};
    return accepted === true && nearest === place;
  });
  return (
    <div class="known-sign" data-accepted={isTaken}>
      <OnceReady ready={ready} text={name} class="sign-name">
        <input
          class="sign-name"
          type="text"
          aria-label={`Name of sign ${place + 1}`}
          maxLength={LONGEST_NAME}
          value={name}
          disabled={disabled}
          onChange={(event) => desk.rename(id, event.currentTarget.value.trim() || name)}
        />
      </OnceReady>
      <ul aria-label={`Examples of ${name}`}>
        {samples.map((sample, k) => {
          const distance = recognised.value?.toExamples[place]?.[k];
          return (
            <li key={k} data-near={distance !== undefined && distance <= reach.value}>
              <button
                type="button"
                class="quiet example"
                disabled={disabled}
                aria-label={`Remove example ${k + 1} of ${name}`}
                onClick={() => desk.remove(id, k)}
              >
                <SignPicture sample={sample} label={`Example ${k + 1}`} />
              </button>
              <span class="number" data-drawing>
                {distance === undefined ? '\u00a0' : formatNumber(distance)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
