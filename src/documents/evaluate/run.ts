import type { Place } from '../source/place';
import type { SourceFiles } from '../source/source-files';
import type { SyntaxFault, Template } from '../template/template';
import type { Reason } from '../../core/reason';
import { EvaluationError, tooComplex } from './errors';

/** Steps of one run: far more than any template needs that a person wrote, and about a second of work. */
const maxSteps = 2_000_000;

/** Expressions inside each other, variables and modules included: below what exhausts the stack. */
const maxDepth = 900;

/** What all deployments of one evaluation share: the files, the faults found, and what it may still cost. */
export class Run {
  readonly faults: SyntaxFault[] = [];
  private readonly told = new Set<string>();
  private steps = 0;
  private depth = 0;

  private readonly templates = new Map<string, Template>();

  constructor(
    readonly files: SourceFiles,
    private readonly parse: (file: string, text: string) => Template,
  ) {}

  /** The template that a file is, read once however many deploy it. */
  template(file: string, text: string): Template {
    const found = this.templates.get(file) ?? this.parse(file, text);
    this.templates.set(file, found);
    return found;
  }

  /** Counts work that is about to be done; throws where it is too much. */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > maxSteps) throw new EvaluationError(tooComplex);
  }

  /** True where no more may be done. */
  get isSpent(): boolean {
    return this.steps > maxSteps;
  }

  /** Does something one level deeper. */
  deeper<T>(doIt: () => T): T {
    if (this.depth >= maxDepth) throw new EvaluationError(tooComplex);
    this.depth += 1;
    try {
      return doIt();
    } finally {
      this.depth -= 1;
    }
  }

  /** Tells a fault once, however often the place is evaluated. */
  fault({ key, values = {} }: Reason, place: Place): void {
    const id = `${key} ${place.file} ${place.start} ${place.end}`;
    if (this.told.has(id) || this.told.size >= maxFaults) return;
    this.told.add(id);
    this.faults.push({ key, values, place });
  }
}

const maxFaults = 200;
