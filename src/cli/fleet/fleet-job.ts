import type { BaselineEntry } from '../../contract/baseline';
import type { FleetRow } from '../../contract/fleet-report';
import type { CheckOptions } from '../options';
import type { GraphResource } from './graph-pages';

/** What a thread checks. */
export interface FleetJob {
  readonly resources: readonly GraphResource[];
  readonly options: CheckOptions;
}

/** A row before it's compared with a baseline. */
export interface CheckedRow {
  readonly row: Omit<FleetRow, 'change'>;
  /** What a baseline has of it. */
  readonly entries: readonly BaselineEntry[];
  /** Requirements and checks that end the run with 1, and the plan where none is ready. */
  readonly failing: readonly string[];
  /** Requirements that aren't known: what a baseline has of them isn't gone. */
  readonly unknown: readonly string[];
}

/** The rows of each network; undefined of those that another thread checks. */
export type NetworkRows = readonly (readonly CheckedRow[] | undefined)[];

/** Which networks are checked: each `of`th, from the `first`. */
export interface Share {
  readonly first: number;
  readonly of: number;
}

/** What a thread that checks a fleet begins with. */
export interface FleetSetup extends FleetJob {
  readonly language: string;
  readonly share: Share;
}
