import type { FixedTemplate } from '../file-checks/edits/fix-template';
import type { TerraformVariables } from '../file-checks/terraform-root';
import type { Severity } from '../core/check-result';
import type { NodeKind } from '../core/compute-kinds';
import type { Cloud } from '../core/network/model';
import type { FixPermission } from '../core/fix-permissions';
import type { Profile, ServiceRegions } from '../core/plan';
import type { Reason } from '../core/reason';
import type { TeamFile } from '../team-settings/team-file';

/** The formats of the report of `check`. */
export const reportFormats = [
  'text',
  'json',
  'sarif',
  'junit',
  'github',
  'azure-pipelines',
  'gitlab',
  'markdown',
] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The formats of the report of `check --fleet`. */
export const fleetFormats = ['csv', 'json', 'markdown'] as const;

export type FleetFormat = (typeof fleetFormats)[number];

/** All formats that the command line of `check` accepts. */
export const checkFormats = [...reportFormats, 'csv'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** A report of a fleet that is written into a file. */
interface FleetFile {
  readonly format: FleetFormat;
  readonly file: string;
}

/** A report that is written into a file, beside the one on standard output. */
interface ReportFile {
  readonly format: ReportFormat;
  readonly file: string;
}

/** What `check` was asked. What was not said is undefined, and comes from the files or is assumed. */
export interface CheckOptions {
  readonly files: readonly string[];
  readonly compute: NodeKind | undefined;
  readonly publicIp: boolean | undefined;
  readonly workspace: 'public' | 'private' | undefined;
  readonly profile: Profile;
  /** ARM location, lower case. */
  readonly region: string | undefined;
  /** Of the workspace's services, where files don't state them. */
  readonly serviceRegions: ServiceRegions | undefined;
  readonly cloud: Cloud;
  /** Neither the command line nor a location of the files gives the cloud. */
  readonly isCloudAssumed?: true;
  /** Name, `network/name` or id; empty where not said. */
  readonly subnets: readonly string[];
  /** Subnets too that only share a network security group with a used one. */
  readonly allSubnets: boolean;
  readonly serviceTags: string | undefined;
  /** Names of files that tell what is in effect in the network. */
  readonly effectiveRoutes: string | undefined;
  readonly adminRules: string | undefined;
  /** A file with values of the template's parameters. */
  readonly params: string | undefined;
  /** Templates are read with their default values alone. */
  readonly noParams: boolean;
  /** The folder whose files templates may name. */
  readonly root: string | undefined;
  /** Values of variables of Terraform folders. */
  readonly terraform?: TerraformVariables;
  /** Of standard output. */
  readonly format: ReportFormat;
  readonly outputs: readonly ReportFile[];
  /** Patterns of files that aren't read. */
  readonly exclude: readonly string[];
  /** Files that .gitignore names are read too. */
  readonly noGitignore: boolean;
  /** What standard input is called; undefined where its content decides. */
  readonly stdinName: string | undefined;
  /** The least severity of an open result that ends the run with 1. */
  readonly failOn: Severity | 'none';
  readonly allowUnknown: boolean;
  /** What only qualifies a result ends the run with 1 too. */
  readonly strict: boolean;
  /** All flows of each cause are listed, with what else is known of it. */
  readonly flows: boolean;
  /** A file with problems that fail no run. */
  readonly baseline: string | undefined;
  /** A file that gets the problems of the run. */
  readonly writeBaseline: string | undefined;
  /** A first settings file is written instead. */
  readonly init: boolean;
  /** Only what was found, and how much. */
  readonly quiet: boolean;
  /** Also what was read and what passed. */
  readonly verbose: boolean;
  /** Without colors, whatever the output is. */
  readonly noColor: boolean;
  /** The team's settings file; the command line counts before it. */
  readonly team: TeamFile | undefined;
  readonly teamFaults: readonly PlacedSettingsFault[];
  /** What the command line itself states. */
  readonly given: GivenOptions;
}

/** Options as the command line gives them: the rest comes from the team's settings and from the files. */
export type GivenOptions = Omit<CheckOptions, 'cloud' | 'profile' | 'team' | 'teamFaults' | 'given'> & {
  readonly cloud: Cloud | undefined;
  readonly profile: Profile | undefined;
};

/** What `check --fleet` was asked. */
export type FleetOptions = Omit<GivenOptions, 'format' | 'outputs'> & {
  readonly format: FleetFormat;
  readonly outputs: readonly FleetFile[];
};

/** What is wrong with the settings file, and where. */
export interface PlacedSettingsFault {
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  readonly because: Reason;
}

/** What `fix` was asked. */
export interface FixCommandOptions {
  /** What `check` takes as well. */
  readonly check: GivenOptions;
  /** Nothing is written. */
  readonly isDry: boolean;
  /** Closes what Azure ML doesn't need, instead of fixing. */
  readonly closes: boolean;
  /** What a fix may do beside adding and correcting. */
  readonly allowed: readonly FixPermission[];
  /** Is given each template as it was fixed, where a report isn't put together from words. */
  readonly onFixed?: (fixed: FixedTemplate) => void;
}

/** What `request` was asked. */
export interface RequestOptions {
  readonly check: GivenOptions;
  /** Flows that are allowed are listed too. */
  readonly all: boolean;
}

/** What `explain` was asked. */
export interface ExplainOptions {
  readonly check: GivenOptions;
  /** The error message, or the name of a file that contains it; undefined where a line is explained. */
  readonly error: string | undefined;
}

/** What `resolve` was asked. What was not said is not known. */
export interface ResolveOptions {
  readonly file: string;
  readonly params: string | undefined;
  /** The template is read with its default values alone. */
  readonly noParams: boolean;
  /** The folder whose files the template may name. */
  readonly root: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
  readonly location: string | undefined;
  readonly tenantId: string | undefined;
  readonly deploymentName: string | undefined;
}

/** What `resolve` was asked, with what a folder of Terraform is given. */
export interface ResolveCommandOptions extends ResolveOptions {
  readonly terraform: TerraformVariables;
}

/** What was written cannot be done: the command line itself is wrong. */
export class UsageError extends Error {
  constructor(readonly because: Reason) {
    super(because.key);
  }
}
