import type { FlowRow } from '@contract/wizard/review';

/** Flows with the same outbound access, in the host's order. */
export interface OutboundAccessGroup {
  readonly outboundAccess: string;
  readonly flows: readonly FlowRow[];
}

/** Groups flows by outbound access, in the order of first occurrence. */
export function byOutboundAccess(flows: readonly FlowRow[]): readonly OutboundAccessGroup[] {
  const groups = new Map<string, FlowRow[]>();
  for (const flow of flows) {
    groups.set(flow.outboundAccess, [...(groups.get(flow.outboundAccess) ?? []), flow]);
  }
  return [...groups].map(([outboundAccess, members]) => ({ outboundAccess, flows: members }));
}

/** A flow, or several flows of a kind folded into a line. */
export type FlowLine =
  | { readonly is: 'flow'; readonly flow: FlowRow }
  | { readonly is: 'fold'; readonly kind: 'appliance' | 'pass'; readonly flows: readonly FlowRow[] };

/** With more flows than this, the allowed flows of an outbound access are folded into a line. */
const foldAllowedOver = 14;

/**
 * Returns the lines of an outbound access on a narrow page. Flows to the appliance after the first one are folded into
 * a line. In a long list, so are allowed flows.
 */
export function foldLines(flows: readonly FlowRow[], total: number): readonly FlowLine[] {
  const appliances = behindOneLine(flows.filter((flow) => flow.icon === 'appliance').slice(1));
  const allowed = behindOneLine(total > foldAllowedOver ? flows.filter((flow) => flow.icon === 'pass') : []);
  return flows.flatMap((flow): readonly FlowLine[] => {
    for (const [kind, folded] of [
      ['appliance', appliances],
      ['pass', allowed],
    ] as const) {
      if (folded[0] === flow) return [{ is: 'fold', kind, flows: folded }];
      if (folded.includes(flow)) return [];
    }
    return [{ is: 'flow', flow }];
  });
}

/** Folds several flows. A single flow isn't folded, because the line would need the same room. */
function behindOneLine(flows: readonly FlowRow[]): readonly FlowRow[] {
  return flows.length > 1 ? flows : [];
}

/** Returns the text under a flow's name: “blocked · TCP 443 · 4096 Deny-All · 0.0.0.0/0”. Dashes are omitted. */
export function flowLine(flow: FlowRow): string {
  return [flow.outcome, flow.subject, flow.securityGroup, flow.route]
    .filter((part) => part !== null && !['', '–'].includes(part))
    .join(' · ');
}
