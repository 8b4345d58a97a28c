/** The page's own script. The figures bring theirs when they come near. */
import { giveWayWhileReading } from './bar.ts';
import { showCards } from './cards.ts';
import { connectCopyButtons } from './copy.ts';
import { openEnlarged } from './enlarged.ts';
import { offerAnotherTry } from './failedFigures.ts';
import { showUnfolded } from './folds.ts';
import { keepWhenIdle } from './keepWhenIdle.ts';
import { followMeantPlace } from './meantPlace.ts';
import { prepareForPaper } from './print.ts';
import { connectQuestions } from './questions.ts';
import { closeContentsOnChoice, followReading } from './reading.ts';
import { makeScrollersFocusable } from './scrollers.ts';
import { startInTurn } from './startInTurn.ts';
import { connectThemeSwitches } from './theme.ts';
import { connectTries } from './tries.ts';

/** What a reader may ask for first comes first. */
const STARTS = [
  connectThemeSwitches,
  followMeantPlace,
  openEnlarged,
  closeContentsOnChoice,
  giveWayWhileReading,
  followReading,
  connectTries,
  connectQuestions,
  showUnfolded,
  offerAnotherTry,
  showCards,
  connectCopyButtons,
  makeScrollersFocusable,
  prepareForPaper,
  keepWhenIdle,
];

startInTurn(STARTS);
