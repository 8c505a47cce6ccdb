import type { Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { SyntaxFault } from '../template/template';
import { EvaluationError, tooComplex } from './errors';
import { evaluationLimits } from './limits';
import { extentOf, unknownValue } from './make-value';
import type { Value } from './value';

/** What one evaluation may still cost, and the faults that it found. */
export class EvaluationBudget {
  readonly faults: SyntaxFault[] = [];
  private readonly told = new Set<string>();
  private isOverrun = false;
  private steps = 0;
  private depth = 0;

  constructor(readonly limits = evaluationLimits) {}

  /** Counts work that is about to be done; throws where it is too much. */
  spend(steps: number): void {
    if (!this.affords(steps)) throw new EvaluationError(tooComplex);
  }

  /** Counts work that is about to be done; false where it is too much. One large piece costs the others nothing. */
  affords(steps: number): boolean {
    if (steps > this.limits.steps / 10) return false;
    this.steps += steps;
    return !this.isSpent;
  }

  /** True where no more may be done. */
  get isSpent(): boolean {
    return this.steps > this.limits.steps;
  }

  /** True where more was asked for than a run does: a part of a resource, a name, or a whole one may be missing. */
  get leavesOut(): boolean {
    return this.isOverrun || this.isSpent;
  }

  /** Reports that resources of a declaration are left out: there are more than one run evaluates, or they aren't read. */
  leaveOut(place: SourceRange, because = tooComplex): void {
    this.isOverrun = true;
    this.fault(because, place);
  }

  /** Does something one level deeper. */
  deeper<T>(doIt: () => T): T {
    if (this.depth >= this.limits.depth) throw new EvaluationError(tooComplex);
    this.depth += 1;
    try {
      return doIt();
    } finally {
      this.depth -= 1;
    }
  }

  /** A value that others are made of in turn, for the declaration at `place`. Never throws. */
  bounded(place: SourceRange, compute: () => Value): Value {
    try {
      const value = this.deeper(compute);
      this.spend(value.is === 'text' ? value.value.length >> 3 : extentOf(value).size);
      return value;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      if (error.because === tooComplex) this.tooMuch(place);
      return unknownValue(error.because);
    }
  }

  /** Tells where more was asked for than a run does, the first time: what is unknown for it has no other fault. */
  tooMuch(place: SourceRange): void {
    if (!this.isOverrun) this.leaveOut(place);
  }

  /** Reports a fault once, however often the place is evaluated. What isn't evaluated is reported, however many others there are. */
  fault({ key, values = {} }: Reason, place: SourceRange): void {
    const id = `${key} ${place.file} ${place.start} ${place.end}`;
    const isFull = this.told.size >= this.limits.faults && key !== tooComplex.key;
    if (this.told.has(id) || isFull) return;
    this.told.add(id);
    this.faults.push({ key, values, place });
  }
}
