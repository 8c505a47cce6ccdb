import type { FixFlow } from '../../core/fix';
import type { NextHopType, ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { ResourceChange } from '../../core/resource-change';
import type { Remote } from '../fill-flow';
import type { FlowTemplate } from '../../requirements/requirement';

/** A rule that is tried: where it goes, and the priority it must come before. */
export interface DraftRule {
  readonly requirement: string;
  readonly template: FlowTemplate;
  readonly remote: Remote;
  readonly groupId: ResourceId;
  /** The rule that stops the flow today has this priority. */
  readonly below: number;
}

/** A way straight out for a service tag that is tried. */
export interface DraftRoute {
  readonly requirement: string;
  readonly tag: string;
  /** A route may name the tag: regional forms of many tags exist for security rules alone (tag file, 2025-11-09). */
  readonly asTag: boolean;
  /** The fewest prefixes that hold the tag's addresses, for a table that takes no further tag. */
  readonly prefixes: readonly string[];
  readonly tableId: ResourceId;
  readonly nextHop: NextHopType;
}

/** Resources to make and settings to change, each with what it opens and closes by itself. */
export interface DraftPart {
  readonly changes: readonly ResourceChange[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  readonly notes: readonly Reason[];
  /** It changes what no flow shows: names, the address that calls come from, who may call a service. */
  readonly beside?: true;
  /** Requirements that are only advice after it, which its notes say: they stand in no fix's way. */
  readonly bears?: readonly string[];
}

/** What is being tried, by key, in the order in which it came up. */
export interface Draft {
  readonly rules: ReadonlyMap<string, DraftRule>;
  readonly routes: ReadonlyMap<string, DraftRoute>;
  readonly parts: ReadonlyMap<string, DraftPart>;
}

export const emptyDraft: Draft = { rules: new Map(), routes: new Map(), parts: new Map() };

/** The draft with `rule`; undefined where it holds it already and nothing is gained. */
export function withRule(draft: Draft, rule: DraftRule): Draft | undefined {
  const key = ruleKey(rule);
  const before = draft.rules.get(key);
  if (before && before.below <= rule.below) return undefined;
  return { ...draft, rules: new Map(draft.rules).set(key, rule) };
}

/** The draft with `route`; undefined where it holds it already. */
export function withRoute(draft: Draft, route: DraftRoute): Draft | undefined {
  const key = `${route.tableId} ${route.tag}`.toLowerCase();
  if (draft.routes.has(key)) return undefined;
  return { ...draft, routes: new Map(draft.routes).set(key, route) };
}

/** The draft with `part`; undefined where it holds it already. */
export function withPart(draft: Draft, key: string, part: Partial<DraftPart>): Draft | undefined {
  if (draft.parts.has(key)) return undefined;
  return { ...draft, parts: new Map(draft.parts).set(key, { ...emptyPart, ...part }) };
}

const emptyPart: DraftPart = { changes: [], opens: [], closes: [], notes: [] };

/** What the parts of a draft change, in the order in which they came up. */
export function partChanges({ parts }: Draft): readonly ResourceChange[] {
  return [...parts.values()].flatMap((part) => part.changes);
}

/** The draft without its rule or route of that key. */
export function without(draft: Draft, key: string): Draft {
  const rules = new Map(draft.rules);
  const routes = new Map(draft.routes);
  rules.delete(key);
  routes.delete(key);
  return { ...draft, rules, routes };
}

export function draftSize({ rules, routes, parts }: Draft): number {
  return rules.size + routes.size + parts.size;
}

/** Two requirements that need the very same opening share one rule. */
export function ruleKey({ template, remote, groupId }: DraftRule): string {
  const { direction, writeProtocol, ports } = template;
  return [groupId, direction, writeProtocol, ports.join(), remote.written.join()].join(' ').toLowerCase();
}
