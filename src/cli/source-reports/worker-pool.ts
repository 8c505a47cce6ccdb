import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { TeamEstate } from '../../team-settings/team-file';
import type { SubnetSelection } from '../choose-subnets';
import type { SourceReport } from './source-report';
import type { DeclaredIds } from './declared-ids';

/** Declared parts of a template, read before its subnets are checked. */
export interface TemplateScan extends Omit<SubnetSelection, 'subjects' | 'computes'>, DeclaredIds {
  /** IDs of all its subnets. */
  readonly subnetIds: readonly ResourceId[];
  /** Other files that it uses. If one of them is listed too, it's only checked as part of this template. */
  readonly requested: readonly string[];
  /** True if it has subnets to check, or a part of it couldn't be read. */
  readonly isChosen: boolean;
  /** True if it was read completely, and doesn't contain an Azure resource. */
  readonly isEmpty: boolean;
  /** True if the Bicep compiler wrote it. */
  readonly isCompiled: boolean;
}

/** A task for one file. */
export interface Job {
  readonly what: 'scan' | 'report';
  readonly file: string;
  /** True if a scan may also report the template. It's read when the job starts, because other scans decide it. */
  readonly mayReport?: boolean;
  /** Names of the templates that are deployed with it. */
  readonly together?: readonly string[];
  /** The deployment in the team's settings. The file is its first template. */
  readonly estate?: TeamEstate;
}

/** The result of a job. A file that isn't a template has neither a scan nor a report. */
export type WorkerOutcome =
  /** The report is that of the template by itself. */
  | { readonly is: 'scan'; readonly scan: TemplateScan; readonly report?: SourceReport }
  | { readonly is: 'report'; readonly report: SourceReport }
  | { readonly is: 'nothing' }
  | Failure;

/** The command line is invalid, or the file can't be read. */
export interface Failure {
  readonly is: 'failed';
  readonly file: string;
  readonly because: Reason;
  readonly code: 2 | 3;
}

/** Runs jobs, in the main program or on other threads. */
export interface WorkerPool {
  do(job: Job): Promise<WorkerOutcome>;
  end(): Promise<void>;
}
