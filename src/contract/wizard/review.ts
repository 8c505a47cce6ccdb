import * as v from 'valibot';
import { verdictIcon } from './words';

export const flowRow = v.object({
  /** Requirement id: the board's row. */
  id: v.string(),
  flow: v.string(),
  subject: v.string(),
  direction: v.string(),
  securityGroup: v.string(),
  route: v.string(),
  wayOut: v.string(),
  icon: verdictIcon,
  verdict: v.string(),
});
export type FlowRow = v.InferOutput<typeof flowRow>;

export const review = v.object({
  /** “12 flows: 4 allowed, 1 only by default, …” */
  flowsSummary: v.string(),
  flows: v.array(flowRow),
  words: v.array(v.object({ label: v.string(), text: v.string() })),
  /** The one primary button. */
  primary: v.picklist(['create', 'fix', 'none']),
  primaryLabel: v.string(),
  /** Requirements that *Fix first* repairs. */
  fixIds: v.array(v.string()),
  /** *Create anyway…* is offered beside *Fix first*. */
  createAnyway: v.boolean(),
  /** Under the buttons: the consequence, or what could not be checked. */
  note: v.nullable(v.string()),
  /** Fixes that will be written into the code. */
  fixesInCode: v.array(v.object({ id: v.string(), text: v.string() })),
  /** Null where files may be written; else why not. */
  cannotWrite: v.nullable(v.string()),
});
export type Review = v.InferOutput<typeof review>;
