import type { Known } from './known';
import type { Access, Direction } from './network/enums';

/** An effective security rule at a network interface, with the prefixes of its tags. */
export interface EffectiveRule {
  readonly name: string;
  readonly group: string;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: Access;
  /** `*` for any. */
  readonly protocol: string;
  /** Prefixes, `*`, or a tag whose prefixes Azure doesn't list. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinationPorts: readonly string[];
}

/** An effective route at a network interface. */
export interface EffectiveRoute {
  readonly prefix: string;
  /** Azure's name of the next hop, such as `VirtualAppliance`. */
  readonly nextHop: string;
  readonly nextHopAddress: string | null;
}

/** Data that Azure computed for a network interface in a subnet. */
export interface InterfaceEvidence {
  readonly name: string;
  /** Rules of each NSG of the subnet, in no order. */
  readonly groups: readonly (readonly EffectiveRule[])[];
  readonly routes: readonly EffectiveRoute[];
}

/** Packets of the subnet that were actually denied, from VNet flow logs. */
export interface DroppedFlow {
  readonly direction: Direction;
  readonly protocol: string;
  readonly port: string;
  /** The far address; empty if the log doesn't have one. */
  readonly far: string;
  readonly group: string;
  readonly rule: string;
  readonly flows: number;
  /** Time of the last one in ISO format. */
  readonly last: string;
}

export interface FlowLogEvidence {
  /** Whether there are NSG flow logs of the subnet's NSG, which are being retired. */
  readonly hasNsgLogs: boolean;
  /** Null if Log Analytics doesn't have a VNet flow log of the subnet or its network. */
  readonly drops: Known<readonly DroppedFlow[]> | null;
}

/** Azure's observations in a subnet, in addition to the configuration of its resources. */
export interface SubnetEvidence {
  /** Null if there is no network interface of the user, or its machine is off. */
  readonly networkInterface: Known<InterfaceEvidence | null>;
  readonly flowLogs: Known<FlowLogEvidence>;
}
