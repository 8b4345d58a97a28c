import { EMPTY_HISTORY } from './history.ts';
import { NO_SPEED, type Order, type Run } from './run.ts';

/** The run under another order, which has the next number. */
export const ordered = (run: Run, order: Order): Run => {
  const orderNumber = run.orderNumber + 1;
  const moving = run.phase === 'open' && order !== 'pause' ? orderNumber : run.moving;
  return { ...run, order, orderNumber, moving, resumes: false };
};

/** Its curves become those of the run before. */
export const withoutCurves = (run: Run): Run => ({
  ...run,
  previous: run.history.steps.length > 0 ? run.history : run.previous,
  history: EMPTY_HISTORY,
  speed: NO_SPEED,
  drawingTime: 0,
  undividedDrawing: 0,
});
