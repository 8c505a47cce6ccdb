import type { FixedTemplate } from '../file-checks/edits/fix-template';
import type { TerraformVariables } from '../file-checks/terraform-root';
import type { Severity } from '../core/check-result';
import type { NodeKind } from '../core/compute-kinds';
import type { Cloud } from '../core/network/model';
import type { FixPermission } from '../core/fix-permissions';
import type { Profile, ServiceRegions } from '../core/plan';
import type { Reason } from '../core/reason';
import type { TeamFile } from '../team-settings/team-file';

/** The report formats of `check`. */
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

/** The report formats of `check --fleet`. */
export const fleetFormats = ['csv', 'json', 'markdown'] as const;

export type FleetFormat = (typeof fleetFormats)[number];

/** All formats that the command line of `check` accepts. */
export const checkFormats = [...reportFormats, 'csv'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** A fleet report to write into a file. */
interface FleetFile {
  readonly format: FleetFormat;
  readonly file: string;
}

/** A report to write into a file, in addition to the one on standard output. */
interface ReportFile {
  readonly format: ReportFormat;
  readonly file: string;
}

/** The options of `check`. Undefined values come from the files, or are assumed. */
export interface CheckOptions {
  readonly files: readonly string[];
  readonly compute: NodeKind | undefined;
  readonly publicIp: boolean | undefined;
  readonly workspace: 'public' | 'private' | undefined;
  readonly profile: Profile;
  /** ARM location, in lowercase. */
  readonly region: string | undefined;
  /** Regions of the workspace's services, if the files don't specify them. */
  readonly serviceRegions: ServiceRegions | undefined;
  readonly cloud: Cloud;
  /** True if neither the command line nor a location in the files determines the cloud. */
  readonly isCloudAssumed?: true;
  /** Name, `network/name`, or ID. Empty if not specified. */
  readonly subnets: readonly string[];
  /** True to include subnets that only share an NSG with a used one. */
  readonly allSubnets: boolean;
  readonly serviceTags: string | undefined;
  /** Names of files with the network's effective settings. */
  readonly effectiveRoutes: string | undefined;
  readonly adminRules: string | undefined;
  /** A file with values of the template's parameters. */
  readonly params: string | undefined;
  /** True to read templates with only their default values. */
  readonly noParams: boolean;
  /** The folder whose files templates can refer to. */
  readonly root: string | undefined;
  /** Values of variables of Terraform folders. */
  readonly terraform?: TerraformVariables;
  /** Format on standard output. */
  readonly format: ReportFormat;
  readonly outputs: readonly ReportFile[];
  /** Patterns of files that aren't read. */
  readonly exclude: readonly string[];
  /** True to read files that .gitignore excludes. */
  readonly noGitignore: boolean;
  /** Name of standard input, or undefined if its content determines it. */
  readonly stdinName: string | undefined;
  /** Lowest severity of an open result that fails the run with exit code 1. */
  readonly failOn: Severity | 'none';
  readonly allowUnknown: boolean;
  /** True if results that only limit others fail the run with exit code 1 too. */
  readonly strict: boolean;
  /** True to list all flows of each cause, with all of its details. */
  readonly flows: boolean;
  /** A file with problems that don't fail the run. */
  readonly baseline: string | undefined;
  /** A file to write the run's problems to. */
  readonly writeBaseline: string | undefined;
  /** True to write a first settings file instead. */
  readonly init: boolean;
  /** True to print only the results and their number. */
  readonly quiet: boolean;
  /** True to also print what was read and what passed. */
  readonly verbose: boolean;
  /** True to print without colors, whatever the output is. */
  readonly noColor: boolean;
  /** The team's settings file. The command line takes precedence over it. */
  readonly team: TeamFile | undefined;
  readonly teamFaults: readonly PlacedSettingsFault[];
  /** The options on the command line. */
  readonly given: GivenOptions;
}

/** Options from the command line. The others come from the team's settings and from the files. */
export type GivenOptions = Omit<CheckOptions, 'cloud' | 'profile' | 'team' | 'teamFaults' | 'given'> & {
  readonly cloud: Cloud | undefined;
  readonly profile: Profile | undefined;
};

/** The options of `check --fleet`. */
export type FleetOptions = Omit<GivenOptions, 'format' | 'outputs'> & {
  readonly format: FleetFormat;
  readonly outputs: readonly FleetFile[];
};

/** A fault of the settings file, and its place. */
export interface PlacedSettingsFault {
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  readonly because: Reason;
}

/** The options of `fix`. */
export interface FixCommandOptions {
  /** The options that `check` also has. */
  readonly check: GivenOptions;
  /** True to not write anything. */
  readonly isDry: boolean;
  /** True to deny what Azure Machine Learning doesn't need, instead of fixing problems. */
  readonly closes: boolean;
  /** Permissions of a fix in addition to adding and correcting. */
  readonly allowed: readonly FixPermission[];
  /** Called with each fixed template, for reports that aren't composed of texts. */
  readonly onFixed?: (fixed: FixedTemplate) => void;
}

/** The options of `request`. */
export interface RequestOptions {
  readonly check: GivenOptions;
  /** True to also list allowed flows. */
  readonly all: boolean;
}

/** The options of `explain`. */
export interface ExplainOptions {
  readonly check: GivenOptions;
  /** The error message, or the name of a file that contains it. Undefined if a line is explained. */
  readonly error: string | undefined;
}

/** The options of `resolve`. Undefined values are unknown. */
export interface ResolveOptions {
  readonly file: string;
  readonly params: string | undefined;
  /** True to read the template with only its default values. */
  readonly noParams: boolean;
  /** The folder whose files the template can refer to. */
  readonly root: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
  readonly location: string | undefined;
  readonly tenantId: string | undefined;
  readonly deploymentName: string | undefined;
}

/** The options of `resolve`, with variables for a Terraform folder. */
export interface ResolveCommandOptions extends ResolveOptions {
  readonly terraform: TerraformVariables;
}

/** Thrown if the command line itself is invalid. */
export class UsageError extends Error {
  constructor(readonly because: Reason) {
    super(because.key);
  }
}
