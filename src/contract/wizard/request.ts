import { codiconNames } from './codicons';
import * as v from 'valibot';
import { outcomeIconSchema } from './shared-schemas';

/** How a layer treats a flow: each state has its own icon and word. */
const cell = v.object({
  state: v.picklist(['blocked', 'unknown', 'confirmed', 'allowed', 'hop', 'none']),
  text: v.string(),
});
export type RequestCell = v.InferOutput<typeof cell>;

const row = v.object({
  /** Requirement ID. */
  id: v.string(),
  icon: outcomeIconSchema,
  /** The icon's meaning, for a screen reader. */
  severity: v.string(),
  /** “TCP 443”, “Inbound TCP 44224” */
  flow: v.string(),
  tags: v.string(),
  hosts: v.string(),
  /** One cell per column. */
  cells: v.array(cell),
  why: v.string(),
  sources: v.array(v.number()),
});
export type RequestRow = v.InferOutput<typeof row>;

/** A network layer: its owner, its state, and what to do. */
const layer = v.object({
  id: v.string(),
  icon: v.picklist(codiconNames),
  title: v.string(),
  state: cell.entries.state,
  word: v.string(),
  rest: v.string(),
  task: v.string(),
});
export type RequestLayerCard = v.InferOutput<typeof layer>;

/** A requirement that isn't a flow: a role, a DNS zone, a lock. */
const setting = v.object({ id: v.string(), icon: outcomeIconSchema, title: v.string(), text: v.string() });

/** Tasks for the owners of the network, shown in place of the plan and Readiness. */
export const requestPageSchema = v.object({
  heading: v.string(),
  about: v.string(),
  /** The first step if there isn't a subnet; null if there is one. */
  hint: v.nullable(v.string()),
  layers: v.array(layer),
  /** “13 flows” */
  count: v.string(),
  countAbout: v.string(),
  columns: v.array(v.object({ id: v.string(), title: v.string() })),
  rows: v.array(row),
  settings: v.array(setting),
  show: v.object({
    chosen: v.string(),
    options: v.array(v.object({ id: v.string(), label: v.string() })),
  }),
  /** Numbered once for all rows. */
  sources: v.array(v.object({ number: v.number(), title: v.string(), date: v.string(), link: v.string() })),
  /** The request as Markdown, for copying. */
  markdown: v.string(),
  /** Summary of what the copy contains. */
  footer: v.string(),
  /** True if there is something to request, which can be copied, saved, and sent. */
  canCopy: v.boolean(),
  /** True if a result is unknown, so that its owner can confirm it. */
  canConfirm: v.boolean(),
  /** “Confirmed by you, 29 Nov: Network team” */
  confirmed: v.array(v.object({ id: v.string(), text: v.string() })),
  /** How many flows and settings the copy contains, as a sentence for a screen reader. */
  copied: v.string(),
});
export type RequestPage = v.InferOutput<typeof requestPageSchema>;
