import type { FixFlow } from '../../core/fix';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { ResourceChange } from '../../core/resource-change';
import type { Remote } from '../fill-flow';
import type { FlowTemplate } from '../../requirements/requirement';

/** A rule to test, with its NSG and the priority that it must come before. */
export interface DraftRule {
  readonly requirement: string;
  readonly template: FlowTemplate;
  readonly remote: Remote;
  readonly groupId: ResourceId;
  /** Priority of the rule that blocks the flow today. */
  readonly below: number;
}

/** A direct route to the internet for a service tag, to test. */
export interface DraftRoute {
  readonly requirement: string;
  readonly tag: string;
  /**
   * Whether a route can name the tag. Regional forms of many tags exist only for security rules (tag file, 2025-11-09).
   */
  readonly asTag: boolean;
  /** The smallest list of prefixes with the tag's addresses, for a table that can't have another tag. */
  readonly prefixes: readonly string[];
  readonly tableId: ResourceId;
}

/** Resources to create and settings to change, each with what it opens and closes by itself. */
export interface DraftPart {
  readonly changes: readonly ResourceChange[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  readonly notes: readonly Reason[];
  /** Set if the effect isn't visible in a flow: names, the source address of calls, or access to a service. */
  readonly changesNoFlow?: true;
  /** Requirements that are only recommendations after it, as its notes explain. They don't prevent a fix. */
  readonly bears?: readonly string[];
}

/** State of a draft by key, in the order in which entries were added. */
export interface Draft {
  readonly rules: ReadonlyMap<string, DraftRule>;
  readonly routes: ReadonlyMap<string, DraftRoute>;
  readonly parts: ReadonlyMap<string, DraftPart>;
}

export const emptyDraft: Draft = { rules: new Map(), routes: new Map(), parts: new Map() };

/** Returns the draft with `rule`; undefined if it already has an equivalent rule. */
export function withRule(draft: Draft, rule: DraftRule): Draft | undefined {
  const key = ruleKey(rule);
  const before = draft.rules.get(key);
  if (before && before.below <= rule.below) return undefined;
  return { ...draft, rules: new Map(draft.rules).set(key, rule) };
}

/** Returns the draft with `route`; undefined if it already has it. */
export function withRoute(draft: Draft, route: DraftRoute): Draft | undefined {
  const key = `${route.tableId} ${route.tag}`.toLowerCase();
  if (draft.routes.has(key)) return undefined;
  return { ...draft, routes: new Map(draft.routes).set(key, route) };
}

/** Returns the draft with `part`; undefined if it already has it. */
export function withPart(draft: Draft, key: string, part: Partial<DraftPart>): Draft | undefined {
  if (draft.parts.has(key)) return undefined;
  return { ...draft, parts: new Map(draft.parts).set(key, { ...emptyPart, ...part }) };
}

const emptyPart: DraftPart = { changes: [], opens: [], closes: [], notes: [] };

/** Returns the changes of a draft's parts, in the order in which they were added. */
export function partChanges({ parts }: Draft): readonly ResourceChange[] {
  return [...parts.values()].flatMap((part) => part.changes);
}

/** Returns the draft without the rule or route of that key. */
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

/** Returns the key of a rule. Two requirements that need the same allow rule share it. */
export function ruleKey({ template, remote, groupId }: DraftRule): string {
  const { direction, writeProtocol, ports } = template;
  return [groupId, direction, writeProtocol, ports.join(), remote.written.join()].join(' ').toLowerCase();
}
