import type { Subnet, VirtualNetwork } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import type { Reason } from '../../core/reason';
import type { PlanSay } from '../say';
import type { Candidate } from './parameters';
import type { ExistingResource, TemplateResource } from './template';

/** A requirement as a comment quotes it, already in the person's language. */
interface RequirementNote {
  readonly id: string;
  readonly title: string;
  /** “Documented by Microsoft” */
  readonly level: string;
  /** Date of the source, as shown. */
  readonly date: string;
}

/** What the writers cannot know from the plan. */
export interface CodeContext {
  /** Base of the files' names, without extension; the compute's name where it is absent. */
  readonly fileName?: string;
  /** Today, as shown. */
  readonly writtenOn: string;
  /** The requirements that the plan was checked with; those of today where it's absent. */
  readonly profile?: Profile;
  /** Address prefixes of the subnet: rules that name them follow the parameter. */
  readonly subnetPrefixes: readonly string[];
  /** The subnet as it was read: Azure replaces a subnet as a whole, so a change repeats all of it. */
  readonly subnet?: Subnet;
  /** The network of that subnet, where it is only made by the files: as it is before anything is attached. */
  readonly newNetwork?: VirtualNetwork;
  /** Those that the plan's fixes repair; others are not quoted. */
  readonly requirements: readonly RequirementNote[];
}

export interface CodeFile {
  readonly name: string;
  readonly text: string;
}

/** Files of one folder, the main one first. */
export interface WrittenCode {
  readonly files: readonly CodeFile[];
  /** Parts of the chosen fixes that no template can carry: the person must do them. Said in the main file too. */
  readonly leftOut: readonly Reason[];
}

interface ResourceContext {
  /** The files create the network that the compute resource is in. */
  readonly isMade: boolean;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

/** What of the files depends on the plan's kind. */
export interface CodeParts {
  /** Existing resources that the compute resource refers to. */
  readonly existing: (isMade: boolean) => readonly ExistingResource[];
  readonly resource: (
    around: ResourceContext,
  ) => Pick<TemplateResource, 'comment' | 'tags' | 'identity' | 'properties'>;
  readonly parameters: readonly Candidate[];
  /** Key of the parameter's text. */
  readonly locationText: string;
  /** The line of the heading that states where the compute resource is. */
  readonly place: { readonly key: string; readonly target: string };
}
