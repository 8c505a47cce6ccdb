import type { Cause } from '../core/cause';
import type { FindingPlace } from '../core/finding';
import type { Directed } from '../file-checks/directives';
import type { Decider } from '../core/check-result';
import type { PlacedSubject } from '../file-checks/check-files';
import type { CheckInputs } from './resources/to-inputs';

/** A place in a file, with one-based line and column. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Terraform's address of the resource at this place. */
  readonly address?: string;
}

/** The places of rules and routes. Null for Azure's own, and if no file contains them. */
export interface Places {
  ofDecider(by: Decider): FilePlace | null;
  ofFinding(place: FindingPlace): FilePlace | null;
  /** Returns the place of the subnet, or of the compute resource that uses it. */
  ofSubnet(subject: PlacedSubject): FilePlace | null;
  /** Returns the place of the deciding component, or else of the subnet or what the result is about. */
  ofCause(subject: PlacedSubject, cause: Cause): FilePlace | null;
}

/** A unit that is read and checked together: all exports, or one template with its modules. */
export interface CheckSource {
  readonly inputs: CheckInputs;
  readonly places: Places;
  /**
   * True for a template of a deployment, which doesn't have to concern Azure Machine Learning. Exports were created to
   * be checked.
   */
  readonly isTemplate: boolean;
  /**
   * True if only subnets of other files' compute resources are reported. The rest is reported when the source is read
   * by itself.
   */
  readonly isJoined?: true;
  /** For exports, the first file. */
  readonly firstFile?: string;
  /** Returns the text of a file. */
  textOf?(file: string): string | undefined;
  /** The overrides for subnets in the files' comments. */
  readonly directed: readonly Directed[];
}
