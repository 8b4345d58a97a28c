import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { dataFile } from '#data/dataFile.ts';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import {
  definition,
  explained,
  type FaceMap,
  type MapSource,
  type MapState,
  PEOPLE,
} from './definition.ts';
import { FaceMapDrawing } from './FaceMapDrawing.tsx';
import { faceImages } from './faceImages.ts';
import { PersonShown } from './PersonShown.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './UnseenMap.css';

const SOURCES: readonly { readonly value: MapSource; readonly label: string }[] = [
  { value: 'raw', label: 'raw pixels' },
  { value: 'pretrained', label: 'trained network' },
];

/** Pictures of people whom no network has seen, as raw pixels and as an embedding lay them out. */
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
  const set = (change: Partial<MapState>) => {
    state.value = { ...state.value, ...change };
  };
  const disabled = useComputed(() => !ready.value);
  const pointed = useSignal<number>();
  const shown = useComputed(() => {
    const { person } = state.value;
    return pointed.value ?? (person === 'none' ? undefined : person);
  });
  const next = () => {
    const { person } = state.value;
    set({ person: person === 'none' ? 0 : (person + 1) % PEOPLE });
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <FaceMapDrawing
            {...{ state, map, images, pointed, shown }}
            choose={(person) => set({ person })}
          />
          {/* For paper, where the page is printed before anyone has come here. */}
          <img class="map-still" src={dataFile('unseen-map.png')} alt="" loading="lazy" />
        </div>
        <div class="figure-strip">
          <p class="read-outs">
            <Quantity
              label="variance along these axes"
              name="explained"
              value={useComputed(() => explained(map.value))}
            />
          </p>
          <button type="button" class="primary" disabled={disabled} onClick={next}>
            Next person
          </button>
        </div>
      </div>
      <PersonShown shown={shown} images={images} />
      <div class="figure-controls">
        <Segmented
          legend="Map of"
          name="source"
          options={SOURCES}
          value={useComputed(() => state.value.source)}
          ready={ready}
          set={(source) => set({ source })}
        />
        <button type="button" disabled={disabled} onClick={() => set({ person: 'none' })}>
          Everyone
        </button>
        <FigureTools figure={figure} definition={definition} />
      </div>
    </>
  );
}
