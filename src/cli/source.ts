import type { Cause } from '../core/cause';
import type { FindingPlace } from '../core/finding';
import type { Directed } from '../file-checks/directives';
import type { Decider } from '../core/check-result';
import type { PlacedSubject } from '../file-checks/check-files';
import type { CheckInputs } from './resources/to-inputs';

/** Where something stands in a file; line and column from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Terraform's address of the resource that is written there. */
  readonly address?: string;
}

/** Where rules and routes are written; null for Azure's own, and for what no file holds. */
export interface Places {
  ofDecider(by: Decider): FilePlace | null;
  ofFinding(place: FindingPlace): FilePlace | null;
  /** Where the subnet is written, or the compute resource that uses it. */
  ofSubnet(subject: PlacedSubject): FilePlace | null;
  /** Where the component that decides is written, else the subnet or what the result is about. */
  ofCause(subject: PlacedSubject, cause: Cause): FilePlace | null;
}

/** What was read together and is checked together: all exports, or one template with its modules. */
export interface CheckSource {
  readonly inputs: CheckInputs;
  readonly places: Places;
  /** A template of a deployment, which may have nothing to do with Azure ML; exports were made to be checked. */
  readonly isTemplate: boolean;
  /** Only its subnets are reported that other files' compute resources use: the rest is, where it's read by itself. */
  readonly isJoined?: true;
  /** Of exports, the first file. */
  readonly firstFile?: string;
  /** What comments of the files say of subnets. */
  readonly directed: readonly Directed[];
}
