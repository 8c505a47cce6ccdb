import type { SourceRange } from '../source/source-range';
import type { SourceFiles } from '../source/source-files';
import type { Template, UserFunction } from '../template/template';
import { reason } from '../../core/reason';
import { EvaluationBudget } from './budget';
import { EvaluationError } from './errors';
import { evaluationLimits } from './limits';

/** State that all deployments of one evaluation share: the files, the faults found, and the remaining budget. */
export class Run extends EvaluationBudget {
  /** Files from outside the project, with the declaration that refers to each. */
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

  /** Returns the template of a file. It's parsed once, however many deployments use it. */
  template(file: string, text: string): Template {
    const found = this.templates.get(file) ?? this.parse(file, text);
    this.templates.set(file, found);
    return found;
  }

  /** Adds a file from outside the project, for the declaration at `place` or an earlier one. */
  borrow(file: string, place: SourceRange): void {
    if (!this.borrowed.has(file)) this.borrowed.set(file, place);
  }

  /** Calls a user-defined function, which can't be recursive. */
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
