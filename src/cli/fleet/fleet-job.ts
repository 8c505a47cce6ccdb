import type { BaselineEntry } from '../../contract/baseline';
import type { FleetRow } from '../../contract/fleet-report';
import type { CheckOptions } from '../options';
import type { GraphResource } from './graph-pages';

/** The inputs of a thread's checks. */
export interface FleetJob {
  readonly resources: readonly GraphResource[];
  readonly options: CheckOptions;
}

/** A row before it's compared with a baseline. */
export interface CheckedRow {
  readonly row: Omit<FleetRow, 'change'>;
  /** The baseline entries of the row. */
  readonly entries: readonly BaselineEntry[];
  /** Requirements and checks that fail the run with exit code 1, and the plan if none is ready. */
  readonly failing: readonly string[];
  /** Requirements with unknown results. Their baseline entries don't count as gone. */
  readonly unknown: readonly string[];
}

/** The rows of each network, or undefined for networks that another thread checks. */
export type NetworkRows = readonly (readonly CheckedRow[] | undefined)[];

/** The share of networks to check: every `of`th, starting with `first`. */
export interface Share {
  readonly first: number;
  readonly of: number;
}

/** The startup data of a thread that checks a fleet. */
export interface FleetSetup extends FleetJob {
  readonly language: string;
  readonly share: Share;
}
