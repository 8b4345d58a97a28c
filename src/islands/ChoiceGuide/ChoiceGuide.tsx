import { useComputed } from '@preact/signals';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import type { Advice } from './advice.ts';
import { definition } from './definition.ts';
import { labDiffers, labLink } from './lab.ts';
import type { Answers } from './questions.ts';
import { Questions } from './Questions.tsx';
import { Reasons } from './Reasons.tsx';
import { RecipeCard } from './RecipeCard.tsx';
import { RuleTable } from './RuleTable.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './ChoiceGuide.css';

/** From a situation to a loss and all that goes with it. */
export default function ChoiceGuide() {
  const figure = useFigure<Answers, Advice>(definition);
  const { state, quantities, ready } = figure;
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <RecipeCard advice={quantities} />
        <p class="figure-strip">
          <a class="to-lab" href={useComputed(() => labLink(state.value, quantities.value))}>
            Open the lab at this setting
          </a>
        </p>
      </div>
      <p class="figure-verdict">{useComputed(() => labDiffers(state.value))}</p>
      <div class="figure-controls">
        <Questions
          answers={state}
          ready={ready}
          set={(change) => {
            state.value = { ...state.value, ...change };
          }}
        />
        <FigureTools figure={figure} definition={definition} />
      </div>
      <div class="guide-reasons">
        <Reasons advice={quantities} />
        <RuleTable />
      </div>
    </>
  );
}
