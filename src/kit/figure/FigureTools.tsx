import { useComputed } from '@preact/signals';
import { Retry } from '../controls/Retry.tsx';
import { FigureMenu, type FigureMenuProps } from './FigureMenu.tsx';
import { SettingsLine } from './SettingsLine.tsx';

/** A link that is wrong throughout is told of in a few lines: the rest would only repeat itself. */
const MOST_PROBLEMS = 3;

function inFewWords(problems: readonly string[]): string {
  const left = problems.length - MOST_PROBLEMS;
  const told = problems.slice(0, MOST_PROBLEMS).join(' ');
  return left > 0 ? `${told} The same holds for ${left} more of its settings.` : told;
}

/** The menu at the figure's corner, and at the end of its controls what there is to tell of them. */
export function FigureTools<S extends object, Q>(props: FigureMenuProps<S, Q>) {
  const { problems, retry, spoken } = props.figure;
  return (
    <>
      <FigureMenu {...props} />
      <SettingsLine settings={props.definition.settings} state={props.figure.state} />
      <p class="problems" role="status">
        {useComputed(() => inFewWords(problems.value))}
        {useComputed(() => retry.value && <Retry press={retry.value} />)}
      </p>
      <p class="visually-hidden figure-spoken" role="status">
        {spoken}
      </p>
    </>
  );
}
