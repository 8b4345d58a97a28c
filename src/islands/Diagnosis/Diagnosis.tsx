import { useComputed } from '@preact/signals';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { Causes } from './Causes.tsx';
import { DeskControls } from './DeskControls.tsx';
import { type DeskQuantities, type DeskState, definition } from './definition.ts';
import { enteredText } from './entered.ts';
import { HeightChart } from './HeightChart.tsx';
import { labLink } from './labLink.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './Diagnosis.css';

/** A loss that stands still: at which known height, what may be the cause, what to look at next. */
export default function Diagnosis() {
  const figure = useFigure<DeskState, DeskQuantities>(definition);
  const { state, quantities, ready } = figure;
  const diagnosis = useComputed(() => quantities.value.diagnosis);
  const first = useComputed(() => diagnosis.value?.causes[0]);
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <HeightChart quantities={quantities} />
        <div class="figure-strip">
          <p class="read-outs">
            <Quantity
              label={useComputed(() => (diagnosis.value?.found[0]?.fit === 'near' ? 'near' : 'at'))}
              name="height"
              value={useComputed(() => diagnosis.value?.found[0]?.label ?? 'no known height')}
              colour="plain"
            />
            <Quantity
              label={useComputed(() => (first.value?.verdict === 'fits' ? 'cause' : 'open first'))}
              name="cause"
              value={useComputed(() => first.value?.name.replaceAll('-', ' '))}
              colour="plain"
            />
          </p>
        </div>
      </div>
      <div class="figure-verdict">
        <p>
          {useComputed(() => diagnosis.value?.verdict ?? quantities.value.problems.get('value'))}
        </p>
        {useComputed(
          () =>
            diagnosis.value && (
              <p>
                <b>Next:</b> {diagnosis.value.next}{' '}
                {diagnosis.value.lab && (
                  <a class="lab-link" href={labLink(diagnosis.value.lab)}>
                    See such a run in the lab
                  </a>
                )}
              </p>
            ),
        )}
        <p class="desk-entered">{useComputed(() => enteredText(state.value))}</p>
      </div>
      <div class="figure-controls">
        <DeskControls {...{ state, quantities, ready }} />
        <FigureTools figure={figure} definition={definition} />
      </div>
      <div class="figure-curve">
        <Causes quantities={quantities} />
      </div>
    </>
  );
}
