import type { FlowSubject } from '../../core/check-result';

/** What somebody has to change or to confirm so that a flow passes. */
export type RequestedChange =
  /** A rule in an NSG, or in a network manager's configuration. `name` is null where it isn't known. */
  | { readonly of: 'rules'; readonly where: 'group' | 'manager'; readonly name: string | null }
  /** A route. `snat` is the NVA that replies are sent to today; null where replies aren't what is lost. */
  | {
      readonly of: 'route';
      readonly table: string | null;
      readonly to: string;
      readonly hop: 'internet' | 'internet-or-firewall';
      readonly snat: string | null;
    }
  /** A rule of a firewall on the path, by its name or address. */
  | { readonly of: 'firewall'; readonly kind: FirewallKind; readonly at: string };

/** An Azure Firewall that was read, an NVA of which only the address is known, or what is on-premises. */
export type FirewallKind = 'azure' | 'appliance' | 'on-premises' | 'unknown';

/** One line of a request, in the person's language. */
export interface RequestItem {
  /** Requirement id. */
  readonly requirement: string;
  /** Its name on screen. */
  readonly title: string;
  /** Null for what is no traffic: it is listed below the tables. */
  readonly subject: FlowSubject | null;
  /** Host names for firewalls that go by name; empty where Microsoft lists none. */
  readonly hosts: readonly string[];
  /** “Documented by Microsoft” */
  readonly level: string;
  readonly source: { readonly title: string; readonly date: string };
  /** The packet that fails today, as shown; null where none certainly does. */
  readonly packet: string | null;
  /** How a flow stands today: blocked by what, unknown, or already allowed; null of what is no traffic. */
  readonly state: string | null;
  /** Nothing where it's allowed already. */
  readonly asks: readonly RequestedChange[];
  /** What to do where no table states it; null where one does. */
  readonly advice: string | null;
}

export interface NetworkRequest {
  readonly subnet: string;
  readonly network: string;
  readonly addressPrefixes: readonly string[];
  /** When the network was read, as shown; null where it isn't known. */
  readonly readOn: string | null;
  readonly items: readonly RequestItem[];
}
