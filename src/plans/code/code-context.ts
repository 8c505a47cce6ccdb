import type { Subnet, VirtualNetwork } from '../../core/network/model';
import type { ProposedPeering } from '../../core/network/proposed-network';
import type { Profile } from '../../core/plan';
import type { PlanSay } from '../say';
import type { LeftOutStep } from './left-out';
import type { Candidate } from './parameters';
import type { ExistingResource, TemplateResource } from './template';

/** A requirement as quoted in a comment, in the user's language. */
interface RequirementNote {
  readonly id: string;
  readonly title: string;
  /** “Documented by Microsoft” */
  readonly level: string;
  /** Date of the source, formatted. */
  readonly date: string;
}

/** Information for writing code that isn't in the plan. */
export interface CodeContext {
  /** Base name of the files, without extension. Default: the compute resource's name. */
  readonly fileName?: string;
  /** Today's date, formatted. */
  readonly writtenOn: string;
  /** The requirements that the plan was checked with. Default: today's. */
  readonly profile?: Profile;
  /** Address prefixes of the subnet. Rules that contain them use the parameter instead. */
  readonly subnetPrefixes: readonly string[];
  /** The subnet as read. Azure replaces a subnet as a whole, so a change repeats all of it. */
  readonly subnet?: Subnet;
  /** The subnet's network if the files create it, before anything is associated with it. */
  readonly newNetwork?: VirtualNetwork;
  /** The peerings of the new network, if it has any. */
  readonly peering?: ProposedPeering;
  /** Requirements that the plan's fixes satisfy; others aren't quoted. */
  readonly requirements: readonly RequirementNote[];
}

export interface CodeFile {
  readonly name: string;
  readonly text: string;
}

/** Files in a folder, the main one first. */
export interface WrittenCode {
  readonly files: readonly CodeFile[];
  /**
   * Parts of the fixes that a template can't contain, so that the user has to do them. The main file also states them.
   */
  readonly leftOut: readonly LeftOutStep[];
}

interface ResourceContext {
  /** True if the files create the compute resource's network. */
  readonly isNetworkNew: boolean;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

/** Parts of the files that depend on the plan's kind. */
export interface CodeParts {
  /** Returns the existing resources that the compute resource refers to. */
  readonly existing: (isNetworkNew: boolean) => readonly ExistingResource[];
  readonly resource: (
    around: ResourceContext,
  ) => Pick<TemplateResource, 'comment' | 'tags' | 'identity' | 'properties'>;
  readonly parameters: readonly Candidate[];
  /** Key of the parameter's description. */
  readonly locationText: string;
  /** The heading line that states where the compute resource is. */
  readonly place: { readonly key: string; readonly target: string };
}
