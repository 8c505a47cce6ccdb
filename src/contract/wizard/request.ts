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
  /** What the icon shows, for a screen reader. */
  severity: v.string(),
  /** “TCP 443”, “Inbound TCP 44224” */
  flow: v.string(),
  tags: v.string(),
  hosts: v.string(),
  /** One for each column. */
  cells: v.array(cell),
  why: v.string(),
  sources: v.array(v.number()),
});
export type RequestRow = v.InferOutput<typeof row>;

/** A layer: whose it is, how it stands, and what to do. */
const layer = v.object({
  id: v.string(),
  icon: v.string(),
  title: v.string(),
  state: cell.entries.state,
  word: v.string(),
  rest: v.string(),
  task: v.string(),
});
export type RequestLayerCard = v.InferOutput<typeof layer>;

/** Something that is no flow: a role, a zone, a lock. */
const setting = v.object({ id: v.string(), icon: outcomeIconSchema, title: v.string(), text: v.string() });

/** What the owners of the network have to do, in place of the plan and Readiness. */
export const requestPageSchema = v.object({
  heading: v.string(),
  about: v.string(),
  /** What to do first, where there is no subnet; null where there is one. */
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
  /** What is copied, as Markdown. */
  markdown: v.string(),
  /** What the copy has. */
  footer: v.string(),
  /** Something is requested: it can be copied, saved, and sent. */
  canCopy: v.boolean(),
  /** Something isn't known, so that its owner may have confirmed it. */
  canConfirm: v.boolean(),
  /** “Confirmed by you, 29 Nov: Network team” */
  confirmed: v.array(v.object({ id: v.string(), text: v.string() })),
  /** How many flows and settings the copy has, as a sentence for a screen reader. */
  copied: v.string(),
});
export type RequestPage = v.InferOutput<typeof requestPageSchema>;
