import type { Access, Direction, NextHopType, ResourceId, RuleProtocol } from './network/model';
import { sameId } from './network/find';
import type { Reason } from './reason';

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
  | {
      readonly do: 'set';
      readonly at: ResourceId;
      readonly property: string;
      readonly value: string | number | boolean | null;
    }
  | {
      readonly do: 'create';
      readonly what: 'securityGroup' | 'routeTable' | 'natGateway' | 'publicIpAddress';
      readonly id: ResourceId;
      readonly location: string;
    }
  | {
      readonly do: 'attach';
      readonly what: 'securityGroup' | 'routeTable' | 'natGateway';
      readonly id: ResourceId;
      readonly to: ResourceId;
    };

/** The resource that a step writes; what is attached stays as it is, the subnet names it. */
export function changedResource(step: FixStep): ResourceId {
  switch (step.do) {
    case 'insert':
      return step.into;
    case 'remove':
      return step.from;
    case 'set':
      return step.at;
    case 'create':
      return step.id;
    case 'attach':
      return step.to;
  }
}

/** The resources that steps write, each once, in the order of the steps. */
export function changedResources(steps: readonly FixStep[]): readonly ResourceId[] {
  const ids = steps.map(changedResource);
  return ids.filter((one, index) => ids.findIndex((other) => sameId(other, one)) === index);
}

/** A traffic that a fix opens or closes. */
export interface FixFlow {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  readonly ports: string;
  readonly remote: string;
  /** Address ranges behind `remote`. */
  readonly ranges: number;
}

/** A repair that was tried on a copy of the model before it is offered. */
export interface Fix {
  /** Requirements that become fine. */
  readonly requirements: readonly string[];
  readonly effect: 'none' | 'opens' | 'closes';
  readonly steps: readonly FixStep[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  /** Subnets, other than the judged one, that use a resource which the fix changes. */
  readonly alsoUsedBy: readonly ResourceId[];
}
