/**
 * Ways of looking at a run: judging its embedding, all of it or a sample that grows; drawing it; and
 * the judgement that takes long.
 */
export type Look = 'judgement' | 'sample' | 'picture' | 'retrieval';

/** Of the time of a run, at most such shares go into judging and drawing it. */
interface Shares {
  readonly judging: number;
  readonly drawing: number;
}

/** Whole pictures that are as quick as a frame make motion. */
const QUICK: Shares = { judging: 0.1, drawing: 0.2 };
/** A slow network's come piece by piece, and both together take a tenth. */
const SLOW: Shares = { judging: 0.06, drawing: 0.04 };
/** The first judgement finds nothing compiled: the next takes about a third of its time. */
const COLD = 3;

/** The steps after which a run is judged, where there is time. */
export interface Milestones {
  readonly every: number;
  readonly early: readonly number[];
  /** So much more judging at first, in milliseconds: the first steps change most. */
  readonly grace: number;
}

const MILESTONES: Milestones = { every: 100, early: [10, 25, 50], grace: 0 };
/** On a slow device the reader should not wait for so many. */
const MILLISECONDS = 2000;

/**
 * Decides when a run is looked at, so that a network of any size spends its time on training. All
 * durations are in milliseconds; `now` is the clock.
 */
export class Schedule {
  readonly #milestones: Milestones;
  readonly #now: () => number;
  #shares = QUICK;
  #trained = 0;
  #judged = 0;
  #drawn = 0;
  readonly #costs: Record<Look, number> = { judgement: 0, sample: 0, picture: 0, retrieval: 0 };
  #judgedAt: number;
  #isOwed = false;

  constructor(milestones = MILESTONES, now: () => number = () => performance.now()) {
    this.#milestones = milestones;
    this.#now = now;
    this.#judgedAt = now();
  }

  /** A step has been taken, or several: `step` are done now. */
  addStep(step: number, milliseconds: number): void {
    this.#trained += milliseconds;
    const { every, early } = this.#milestones;
    if (step % every === 0 || early.includes(step)) this.#isOwed = true;
  }

  /** How many steps lie between so many and the next after which a run is judged. */
  stepsToMilestone(step: number): number {
    const { every, early } = this.#milestones;
    const next = Math.min(...early.filter((each) => each > step), step + every - (step % every));
    return next - step;
  }

  /** Whether a picture takes several pieces, as each would else take longer than a frame. */
  set comesInPieces(does: boolean) {
    this.#shares = does ? SLOW : QUICK;
  }

  /** The run has been looked at. */
  addLook(look: Look, milliseconds: number): void {
    const isCold = look === 'judgement' && this.#costs[look] === 0;
    this.#costs[look] = isCold ? milliseconds / COLD : milliseconds;
    if (look === 'judgement') this.beginJudgement();
    // Before the first step it is part of getting ready.
    if (this.#trained === 0) return;
    if (look === 'picture') this.#drawn += milliseconds;
    else this.#judged += milliseconds;
  }

  /** The run is being judged as it is now. */
  beginJudgement(): void {
    this.#judgedAt = this.#now();
    this.#isOwed = false;
  }

  /** Whether the run is to be judged, as far as there is time for it. */
  get isJudgementWanted(): boolean {
    return this.#isOwed || this.#sinceJudged > MILLISECONDS;
  }

  /** Whether a judgement is due, and there is time for all of it. */
  get isJudgementDue(): boolean {
    // Where steps fly by, the first ones would use up at once what there is for judging.
    const isSoon = this.#sinceJudged < this.#costs.judgement;
    return this.isJudgementWanted && !isSoon && this.affords('judgement');
  }

  get #sinceJudged(): number {
    return this.#now() - this.#judgedAt;
  }

  /** How many milliseconds judging may take now and keep within its share. */
  get room(): number {
    const { judging } = this.#shares;
    const all = this.#trained + this.#judged + this.#drawn;
    return Math.max(0, (judging * all + this.#milestones.grace - this.#judged) / (1 - judging));
  }

  /** Whether another look, as dear as the last of its kind, keeps within its share. */
  affords(look: Look): boolean {
    const cost = this.#costs[look];
    const all = this.#trained + this.#judged + this.#drawn + cost;
    const { judging, drawing } = this.#shares;
    if (look === 'picture') return this.#drawn + cost <= drawing * all;
    return this.#judged + cost <= judging * all + this.#milestones.grace;
  }
}
