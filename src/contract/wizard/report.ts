import * as v from 'valibot';
import { outcomeIconSchema } from './shared-schemas';

const reportItem = v.object({
  icon: outcomeIconSchema,
  /** How it weighs, or whose answer it is. */
  rank: v.string(),
  title: v.string(),
  lines: v.array(v.string()),
  /** Requirements that have a fix. */
  fixIds: v.array(v.string()),
  /** Checks whose rows and pages say more. */
  checks: v.array(v.object({ id: v.string(), label: v.string() })),
});
export type ReportItem = v.InferOutput<typeof reportItem>;

const reportPart = v.object({
  heading: v.string(),
  text: v.nullable(v.string()),
  items: v.array(reportItem),
  /** Lines without a state of their own. */
  lines: v.array(v.string()),
});
export type ReportPart = v.InferOutput<typeof reportPart>;

/** A page that stands in the plan's place and explains something: an error message, or Azure's own diagnosis. */
export const reportSchema = v.object({
  kind: v.picklist(['error', 'diagnosis']),
  /** What is being read; null where nothing is. */
  busy: v.nullable(v.string()),
  heading: v.string(),
  lines: v.array(v.string()),
  /** The error message that was pasted; empty before. */
  message: v.string(),
  parts: v.array(reportPart),
  /** What a screen reader is told once it changes. */
  spoken: v.string(),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** Characters of an error message. */
export const longestMessage = 200_000;
