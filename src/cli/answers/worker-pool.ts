import type { Reason } from '../../core/reason';
import type { TeamEstate } from '../../team-settings/team-file';
import type { SubnetSelection } from '../choose-subnets';
import type { SourceReport } from './source-report';
import type { DeclaredIds } from './declared-ids';

/** What is known of a template before anybody words what it comes to. */
export interface Survey extends Omit<SubnetSelection, 'subjects' | 'computes'>, DeclaredIds {
  /** Other files that it takes: where one of them is listed as well, it is checked there and not once more by itself. */
  readonly asked: readonly string[];
  /** It has subnets to check, or something of it couldn't be read. */
  readonly isChosen: boolean;
  /** The Bicep compiler wrote it. */
  readonly isCompiled: boolean;
}

/** One thing to do with one file. */
export interface Job {
  readonly what: 'survey' | 'answer';
  readonly file: string;
  /** Names of the templates that are deployed with it. */
  readonly together?: readonly string[];
  /** What the team's settings deploy together, the file first. */
  readonly estate?: TeamEstate;
}

/** What became of a job. A file that is no template has neither. */
export type WorkerOutcome =
  | { readonly is: 'survey'; readonly survey: Survey }
  | { readonly is: 'answer'; readonly answer: SourceReport }
  | { readonly is: 'nothing' }
  | Failure;

/** The command line is wrong, or the file cannot be read. */
export interface Failure {
  readonly is: 'failed';
  readonly file: string;
  readonly because: Reason;
  readonly code: 2 | 3;
}

/** Who does jobs: the program itself, or threads beside it. */
export interface WorkerPool {
  do(job: Job): Promise<WorkerOutcome>;
  end(): Promise<void>;
}
