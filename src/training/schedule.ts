/** Ways of looking at a run: judging its embedding, drawing it, and the judgement that takes long. */
export type Look = 'judgement' | 'picture' | 'retrieval';

/** Of the time of a run, at most this share goes into looking at it. */
const SHARE = 0.1;
/** So much more at first: the first steps change most. */
const GRACE_MILLISECONDS = 200;
/** Pictures as quick as a frame make motion: they have this share for themselves. */
const FRAME_MILLISECONDS = 16;
const MOTION_SHARE = 0.2;

/** The steps after which a run is judged, where there is time. */
export interface Milestones {
  readonly every: number;
  readonly early: readonly number[];
}

const MILESTONES: Milestones = { every: 100, early: [10, 25, 50] };
/** On a slow device the reader should not wait for so many. */
const MILLISECONDS = 2000;

/**
 * Decides when a run is looked at, so that a network of any size spends its time on training. All
 * durations are in milliseconds; `now` is the clock.
 */
export class Schedule {
  readonly #milestones: Milestones;
  readonly #now: () => number;
  #trained = 0;
  #looked = 0;
  #motion = 0;
  readonly #costs: Record<Look, number> = { judgement: 0, picture: 0, retrieval: 0 };
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

  /** The run has been looked at. */
  addLook(look: Look, milliseconds: number): void {
    this.#costs[look] = milliseconds;
    // Before the first step it is part of getting ready.
    if (this.#trained === 0) this.#judgedAt = this.#now();
    else if (this.#isMotion(look)) this.#motion += milliseconds;
    else this.#looked += milliseconds;
    if (look !== 'judgement') return;
    // A judgement includes a picture: until one was drawn alone, it cannot cost more.
    this.#costs.picture ||= milliseconds;
    this.#judgedAt = this.#now();
    this.#isOwed = false;
  }

  /** Whether a judgement is due, and there is time for it. */
  get isJudgementDue(): boolean {
    return this.#isWaitedFor() && this.affords('judgement');
  }

  /** Whether there is time for a picture: a dear one waits for the judgement, which brings one. */
  get isPictureDue(): boolean {
    return (this.#isMotion('picture') || !this.#isWaitedFor()) && this.affords('picture');
  }

  /** Whether another look, as dear as the last of its kind, keeps within its share. */
  affords(look: Look): boolean {
    const all = this.#trained + this.#looked + this.#motion + this.#costs[look];
    return this.#isMotion(look)
      ? this.#motion + this.#costs[look] <= MOTION_SHARE * all
      : this.#looked + this.#costs[look] <= SHARE * all + GRACE_MILLISECONDS;
  }

  /** Share of the time so far that went into looking, motion apart. */
  get share(): number {
    const all = this.#trained + this.#looked + this.#motion;
    return all > 0 ? this.#looked / all : 0;
  }

  #isWaitedFor(): boolean {
    return this.#isOwed || this.#now() - this.#judgedAt > MILLISECONDS;
  }

  #isMotion(look: Look): boolean {
    return look === 'picture' && this.#costs.picture <= FRAME_MILLISECONDS;
  }
}
