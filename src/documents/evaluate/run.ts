import type { SourceRange } from '../source/source-range';
import type { SourceFiles } from '../source/source-files';
import type { Template, UserFunction } from '../template/template';
import { reason } from '../../core/reason';
import { EvaluationBudget } from './budget';
import { EvaluationError } from './errors';
import { evaluationLimits } from './limits';

/** What all deployments of one evaluation share: the files, the faults found, and what it may still cost. */
export class Run extends EvaluationBudget {
  /** Files that are not of the project, with the declaration that takes each. */
  readonly borrowed = new Map<string, SourceRange>();
  private readonly running = new Set<UserFunction>();
  private readonly templates = new Map<string, Template>();

  constructor(
    readonly files: SourceFiles,
    private readonly parse: (file: string, text: string) => Template,
    limits = evaluationLimits,
  ) {
    super(limits);
  }

  /** The template that a file is, read once however many deploy it. */
  template(file: string, text: string): Template {
    const found = this.templates.get(file) ?? this.parse(file, text);
    this.templates.set(file, found);
    return found;
  }

  /** Takes a file that is not one of the project's, for the declaration at `place`, or for an earlier one. */
  borrow(file: string, place: SourceRange): void {
    if (!this.borrowed.has(file)) this.borrowed.set(file, place);
  }

  /** Calls a function of one's own, which may not call itself. */
  calling<T>(called: UserFunction, doIt: () => T): T {
    if (this.running.has(called)) {
      throw new EvaluationError(reason('unknown.cycle', { name: called.name }), true);
    }
    this.running.add(called);
    try {
      return doIt();
    } finally {
      this.running.delete(called);
    }
  }
}
