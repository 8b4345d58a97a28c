import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { faceImages } from './faceImages.ts';
import {
  explained,
  type FaceMap,
  fitted,
  type MapSource,
  type MapState,
  middleOf,
  definition,
  PEOPLE,
  PICTURES,
  personOf,
} from './definition.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './UnseenMap.css';

const SIZE = 720;
const FACE = 40;
const EDGE = 28;

const SOURCES: readonly { readonly value: MapSource; readonly label: string }[] = [
  { value: 'raw', label: 'raw pixels' },
  { value: 'pretrained', label: 'trained network' },
];

export default function UnseenMap() {
  const figure = useFigure<MapState, FaceMap>(definition);
  const { state, quantities: map, ready, problems } = figure;
  const images = useSignal<readonly string[]>([]);
  useSignalEffect(() => {
    if (!ready.value || images.peek().length > 0) return;
    try {
      images.value = faceImages();
    } catch {
      problems.value = ['This browser draws no pictures here: the points stand for them.'];
    }
  });
  const places = useComputed(() => fitted(map.value, SIZE, EDGE));
  const pointed = useSignal<number>();
  const shown = useComputed(() => {
    const { person } = state.value;
    return pointed.value ?? (person === 'none' ? undefined : person);
  });
  const set = (change: Partial<MapState>) => {
    state.value = { ...state.value, ...change };
  };
  const indexAt = (target: EventTarget | null): number | undefined => {
    const text = target instanceof Element ? target.getAttribute('data-index') : null;
    return text === null ? undefined : Number(text);
  };
  const personAt = (target: EventTarget | null) => {
    const index = indexAt(target);
    return index === undefined ? undefined : personOf(index);
  };
  const stars = useComputed(() =>
    Array.from({ length: PEOPLE }, (_, person) => {
      const own = places.value.slice(person * PICTURES, (person + 1) * PICTURES);
      const { x, y } = middleOf({ points: places.value, shares: [0, 0] }, person);
      return own
        .map((at) => `M${x.toFixed(1)},${y.toFixed(1)}L${at.x.toFixed(1)},${at.y.toFixed(1)}`)
        .join('');
    }),
  );
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        {/* biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset. */}
        <svg
          class="plane face-map"
          data-drawing
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          role="group"
          aria-label={useComputed(
            () =>
              `${PEOPLE} people, ${PICTURES} pictures each, along the two axes of most variance (${explained(map.value)} of it), by ${state.value.source === 'raw' ? 'raw pixels' : 'the trained network'}`,
          )}
          onPointerMove={(event) => {
            pointed.value = personAt(event.target);
          }}
          onPointerLeave={() => {
            pointed.value = undefined;
          }}
          onPointerDown={(event) => {
            set({ person: personAt(event.target) ?? 'none' });
          }}
        >
          {Array.from({ length: PEOPLE }, (_, person) => (
            <path
              key={person}
              class="star"
              data-shown={useComputed(() => shown.value === person)}
              d={useComputed(() => stars.value[person] ?? '')}
            />
          ))}
          {Array.from({ length: PEOPLE * PICTURES }, (_, index) => {
            const x = useComputed(() => (places.value[index]!.x - FACE / 2).toFixed(1));
            const y = useComputed(() => (places.value[index]!.y - FACE / 2).toFixed(1));
            return (
              <g
                key={index}
                class="face-point"
                data-shown={useComputed(() => shown.value === personOf(index))}
                data-dim={useComputed(
                  () => shown.value !== undefined && shown.value !== personOf(index),
                )}
              >
                <rect data-index={index} x={x} y={y} width={FACE} height={FACE} rx={6} />
                <image
                  data-index={index}
                  href={useComputed(() => images.value[index])}
                  x={x}
                  y={y}
                  width={FACE}
                  height={FACE}
                />
              </g>
            );
          })}
        </svg>
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Map of"
          name="source"
          options={SOURCES}
          value={useComputed(() => state.value.source)}
          ready={ready}
          set={(source) => set({ source })}
        />
        <fieldset class="control" disabled={useComputed(() => !ready.value)}>
          <legend class="visually-hidden">Whose pictures stand out</legend>
          <button
            type="button"
            onClick={() => {
              const { person } = state.value;
              set({ person: person === 'none' ? 0 : (person + 1) % PEOPLE });
            }}
          >
            Next person
          </button>
          <button type="button" onClick={() => set({ person: 'none' })}>
            Everyone
          </button>
        </fieldset>
        <p class="read-outs">
          <Quantity
            label="variance along these axes"
            name="explained"
            value={useComputed(() => explained(map.value))}
          />
        </p>
        <FigureTools figure={figure} definition={definition} onReset={() => {}} />
      </div>
    </>
  );
}
