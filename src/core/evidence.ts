import type { Known } from './known';
import type { Access, Direction } from './network/enums';

/** A security rule as it's in effect at a network interface: with the prefixes that its tags stand for. */
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

/** A route as it's in effect at a network interface. */
export interface EffectiveRoute {
  readonly prefix: string;
  /** In Azure's words, such as `VirtualAppliance`. */
  readonly nextHop: string;
  readonly nextHopAddress: string | null;
}

/** What Azure computed for a network interface in a subnet. */
export interface InterfaceEvidence {
  readonly name: string;
  /** Rules of each NSG that the subnet brings, in no order. */
  readonly groups: readonly (readonly EffectiveRule[])[];
  readonly routes: readonly EffectiveRoute[];
}

/** Packets of the subnet that were really dropped, from VNet flow logs. */
export interface DroppedFlow {
  readonly direction: Direction;
  readonly protocol: string;
  readonly port: string;
  /** The far address; empty where the log has none. */
  readonly far: string;
  readonly group: string;
  readonly rule: string;
  readonly flows: number;
  /** ISO time of the last one. */
  readonly last: string;
}

export interface FlowLogEvidence {
  /** NSG flow logs of the subnet's NSG, which retire. */
  readonly hasNsgLogs: boolean;
  /** Null where no VNet flow log of the subnet or its network is kept in Log Analytics. */
  readonly drops: Known<readonly DroppedFlow[]> | null;
}

/** What Azure saw in a subnet, next to what its resources say. */
export interface SubnetEvidence {
  /** Null where no network interface of the user's own is there, or its machine is off. */
  readonly networkInterface: Known<InterfaceEvidence | null>;
  readonly flowLogs: Known<FlowLogEvidence>;
}
