import * as v from 'valibot';
import { outcomeIconSchema } from './shared-schemas';

const reportItem = v.object({
  icon: outcomeIconSchema,
  /** How likely the cause is, or whose answer it is. */
  rank: v.string(),
  title: v.string(),
  lines: v.array(v.string()),
  /** Requirements that have a fix. */
  fixIds: v.array(v.string()),
  /** Checks whose rows and pages have the details. */
  checks: v.array(v.object({ id: v.string(), label: v.string() })),
});
export type ReportItem = v.InferOutput<typeof reportItem>;

const reportPart = v.object({
  heading: v.string(),
  text: v.nullable(v.string()),
  items: v.array(reportItem),
  /** Lines without a state. */
  lines: v.array(v.string()),
});
export type ReportPart = v.InferOutput<typeof reportPart>;

/** A page that replaces the plan and explains an error message, or shows Azure's own diagnosis. */
export const reportSchema = v.object({
  kind: v.picklist(['error', 'diagnosis']),
  /** Describes the data that is being read; null if the report is complete. */
  busy: v.nullable(v.string()),
  heading: v.string(),
  lines: v.array(v.string()),
  /** The pasted error message; empty before one is pasted. */
  message: v.string(),
  parts: v.array(reportPart),
  /** Announced by a screen reader when it changes. */
  spoken: v.string(),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** Maximum length of an error message, in characters. */
export const longestMessage = 200_000;
