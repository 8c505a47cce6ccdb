import type { Access, Direction, NextHopType, ResourceId, RuleProtocol } from './network/model';
import { sameId } from './network/find';
import type { Reason } from './reason';
import type { BuildCompute } from './services/services';

/** A rule to add, in Azure's own words; `source` and `destination` are one prefix or tag each, or several prefixes. */
export interface NewRule {
  readonly name: string;
  /** Sentence for the rule's `description`, at most 140 characters once worded. */
  readonly why: Reason;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: Access;
  readonly protocol: RuleProtocol;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationPorts: readonly string[];
}

export interface NewRoute {
  readonly name: string;
  readonly destination: string;
  readonly nextHop: NextHopType;
  readonly nextHopAddress: string | null;
}

/** What a subnet names: one of each at most. */
export type SubnetPart = 'securityGroup' | 'routeTable' | 'natGateway';

/** Types of resources that a fix creates; a public IP address belongs to a NAT gateway. */
export type CreatedType = SubnetPart | 'publicIpAddress';

/** One change to one resource. Steps are applied in order. */
export type FixStep =
  | { readonly do: 'insert'; readonly what: 'rule'; readonly into: ResourceId; readonly rule: NewRule }
  | { readonly do: 'insert'; readonly what: 'route'; readonly into: ResourceId; readonly route: NewRoute }
  | {
      readonly do: 'remove';
      readonly what: 'rule' | 'route';
      readonly from: ResourceId;
      readonly name: string;
    }
  | SetStep
  | {
      readonly do: 'create';
      readonly what: CreatedType;
      readonly id: ResourceId;
      readonly location: string;
      /** Of gateways and addresses, which must have the same. */
      readonly sku?: string;
    }
  | {
      /** To a subnet; a public IP address to its NAT gateway. */
      readonly do: 'attach';
      readonly what: CreatedType;
      readonly id: ResourceId;
      readonly to: ResourceId;
    }
  | {
      readonly do: 'detach';
      readonly what: CreatedType;
      readonly id: ResourceId;
      readonly from: ResourceId;
    }
  | { readonly do: 'delete'; readonly what: CreatedType; readonly id: ResourceId }
  | ServiceStep;

/** A setting of a subnet; a list is replaced as a whole. */
export type SetStep =
  | SetTo<'delegations', readonly string[]>
  | SetTo<'serviceEndpoints', readonly string[]>
  | SetTo<'privateEndpointNetworkPolicies', string>;

interface SetTo<Property, Value> {
  readonly do: 'set';
  readonly at: ResourceId;
  readonly property: Property;
  readonly value: Value;
}

/** A change beside the network: of what a workspace keeps its data in, of a private DNS zone, of the workspace. */
export type ServiceStep =
  /** A subnet in the rules of a storage account or vault: named there, or named no more. */
  | { readonly do: 'admit' | 'dismiss'; readonly at: ResourceId; readonly subnet: ResourceId }
  /** Trusted services of Azure pass the rules of a service, or no more. */
  | { readonly do: 'trust' | 'distrust'; readonly at: ResourceId }
  /** A network asks a private DNS zone, by the link `id` below the zone, or no more. */
  | {
      readonly do: 'link' | 'unlink';
      readonly id: ResourceId;
      readonly zone: ResourceId;
      readonly network: ResourceId;
    }
  /** The workspace has its images built by this cluster; `before`: by which until then. */
  | {
      readonly do: 'appoint';
      readonly at: ResourceId;
      readonly builder: BuildCompute;
      readonly before: BuildCompute | null;
    }
  | EndpointStep
  /** A private DNS zone of that name is made, or deleted with nothing in it. */
  | { readonly do: 'addZone' | 'removeZone'; readonly id: ResourceId }
  /** Zones keep the addresses of a private endpoint by a zone group, `id` below the endpoint, or no more. */
  | {
      readonly do: 'register' | 'deregister';
      readonly id: ResourceId;
      readonly endpoint: ResourceId;
      readonly zones: readonly ResourceId[];
    };

/** A private endpoint in a subnet stands for one sub-resource of a target, or no more. */
export interface EndpointStep {
  readonly do: 'connect' | 'disconnect';
  readonly id: ResourceId;
  readonly location: string;
  readonly subnet: ResourceId;
  readonly target: ResourceId;
  /** `amlworkspace`, `blob`, `file`, `vault`, `registry` … */
  readonly group: string;
}

const serviceVerbs: readonly FixStep['do'][] = [
  'admit',
  'dismiss',
  'trust',
  'distrust',
  'link',
  'unlink',
  'appoint',
  'connect',
  'disconnect',
  'addZone',
  'removeZone',
  'register',
  'deregister',
];

/** True for a change beside the network, which no copy of the network shows. */
export function isServiceStep(step: FixStep): step is ServiceStep {
  return serviceVerbs.includes(step.do);
}

/** What a setting is set to, as it is shown; empty for an empty list. */
export function settingText({ value }: SetStep): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** The resource that a step writes; what is attached stays as it is, the subnet names it. */
export function changedResource(step: FixStep): ResourceId {
  if ('into' in step) return step.into;
  if ('from' in step) return step.from;
  if ('to' in step) return step.to;
  return 'at' in step ? step.at : step.id;
}

/** The resources that steps write, each once, in the order of the steps. */
export function changedResources(steps: readonly FixStep[]): readonly ResourceId[] {
  const ids = steps.map(changedResource);
  return ids.filter((one, index) => ids.findIndex((other) => sameId(other, one)) === index);
}

/** True for a resource that the steps make, or make away with. */
export function isChangedBy(steps: readonly FixStep[], id: ResourceId): boolean {
  return steps.some((one) => one.do === 'create' && sameId(one.id, id));
}

/** True for an entry that one step takes away and another puts back by its name, with other words. */
export function isPutBack(insert: FixStep, removal: FixStep): boolean {
  if (insert.do !== 'insert' || removal.do !== 'remove' || insert.what !== removal.what) return false;
  const name = insert.what === 'rule' ? insert.rule.name : insert.route.name;
  return sameId(insert.into, removal.from) && sameId(name, removal.name);
}

/** A traffic that a fix opens or closes. */
export interface FixFlow {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  readonly ports: string;
  readonly remote: string;
  /** Address ranges behind `remote`. */
  readonly ranges: number;
  /** The subnet whose traffic it is, where that isn't the one that the fix is for. */
  readonly subnet?: ResourceId;
}

/** A repair that was tried on a copy of the model before it is offered. */
export interface Fix {
  /** Requirements that become fine. */
  readonly requirements: readonly string[];
  /** The most severe of what it comes to. */
  readonly effect: 'none' | 'opens' | 'costs' | 'closes';
  readonly steps: readonly FixStep[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  /** What else a person should know before it is applied: cost, outbound access, what takes effect later. */
  readonly notes: readonly Reason[];
  /** Subnets, other than the checked one, that use a resource which the fix changes. */
  readonly alsoUsedBy: readonly ResourceId[];
}
