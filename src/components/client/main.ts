/** The page's own script. The figures bring theirs when they come near. */
import { giveWayWhileReading } from './bar.ts';
import { showCards } from './cards.ts';
import { connectCopyButtons } from './copy.ts';
import { offerAnotherTry } from './failedFigures.ts';
import { openEnlarged } from './enlarged.ts';
import { keepWhenIdle } from './keepWhenIdle.ts';
import { showUnfolded } from './folds.ts';
import { connectQuestions } from './questions.ts';
import { followMeantPlace } from './meantPlace.ts';
import { closeContentsOnChoice, followReading } from './reading.ts';
import { makeScrollersFocusable } from './scrollers.ts';
import { connectThemeSwitches } from './theme.ts';
import { connectTries } from './tries.ts';

connectThemeSwitches();
followMeantPlace();
followReading();
closeContentsOnChoice();
giveWayWhileReading();
showCards();
connectCopyButtons();
makeScrollersFocusable();
connectTries();
connectQuestions();
void openEnlarged();
offerAnotherTry();
keepWhenIdle();
showUnfolded();
