import type { Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { SyntaxFault } from '../template/template';
import { EvaluationError, tooComplex } from './errors';
import { evaluationLimits } from './limits';
import { extentOf, unknownValue } from './make-value';
import type { Value } from './value';

/** The work that an evaluation can still do, and the faults that it found. */
export class EvaluationBudget {
  readonly faults: SyntaxFault[] = [];
  private readonly reported = new Set<string>();
  private isOverrun = false;
  private steps = 0;
  private depth = 0;

  constructor(readonly limits = evaluationLimits) {}

  /** Counts work before it's done. Throws if it exceeds the budget. */
  spend(steps: number): void {
    if (!this.affords(steps)) throw new EvaluationError(tooComplex);
  }

  /**
   * Counts work before it's done, and returns false if it exceeds the budget. One large piece of work isn't charged to
   * the others.
   */
  affords(steps: number): boolean {
    if (steps > this.limits.steps / 10) return false;
    this.steps += steps;
    return !this.isSpent;
  }

  /** True if the budget is used up. */
  get isSpent(): boolean {
    return this.steps > this.limits.steps;
  }

  /**
   * True if the files need more work than one run does. A part of a resource, a name, or a whole resource may then be
   * missing.
   */
  get leavesOut(): boolean {
    return this.isOverrun || this.isSpent;
  }

  /**
   * Reports that resources of a declaration are left out, because one run doesn't evaluate that many, or because they
   * aren't read.
   */
  leaveOut(place: SourceRange, because = tooComplex): void {
    this.isOverrun = true;
    this.fault(because, place);
  }

  /** Calls a function one level deeper. */
  deeper<T>(doIt: () => T): T {
    if (this.depth >= this.limits.depth) throw new EvaluationError(tooComplex);
    this.depth += 1;
    try {
      return doIt();
    } finally {
      this.depth -= 1;
    }
  }

  /** Computes a value that other values are built from, for the declaration at `place`. Never throws. */
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

  /**
   * Reports the first time that the files need more work than one run does. A value that is unknown for this reason
   * doesn't have another fault.
   */
  tooMuch(place: SourceRange): void {
    if (!this.isOverrun) this.leaveOut(place);
  }

  /**
   * Reports a fault once, however often the place is evaluated. Parts that aren't evaluated are reported even if the
   * limit on faults is reached.
   */
  fault({ key, values = {} }: Reason, place: SourceRange): void {
    const id = `${key} ${place.file} ${place.start} ${place.end}`;
    const isFull = this.reported.size >= this.limits.faults && key !== tooComplex.key;
    if (this.reported.has(id) || isFull) return;
    this.reported.add(id);
    this.faults.push({ key, values, place });
  }
}
