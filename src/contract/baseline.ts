import * as v from 'valibot';
import { described } from './report-parts';

/** A problem that existed when the baseline was written: the deciding component, the flows, and the subnet. */
const entry = v.strictObject({
  /** Path of the template, relative to the baseline's folder; null for exports. */
  file: v.nullable(v.string()),
  /** ID of the kind of cause, or of the check. */
  id: v.string(),
  /** The rule, route, or setting. It's the same wherever it's written in the file. */
  component: v.string(),
  /** Subnet ID in lower case; empty if the problem isn't about a subnet. */
  subnet: v.string(),
  /** Requirement IDs; empty if the problem isn't a cause. */
  flows: v.array(v.string()),
});

const baselineSchema = v.strictObject({ version: v.literal(1), problems: v.array(entry) });

/** Baseline problems that a run still found, and those that are gone. */
export const baselineOfRunSchema = v.strictObject({
  file: described(v.string(), 'Path as given on the command line.'),
  known: described(
    v.array(entry),
    'Problems of the baseline that still exist. They don’t fail the run, and aren’t in another list.',
  ),
  gone: described(v.array(entry), 'Problems of the baseline that the checked files no longer have.'),
});

export type BaselineEntry = v.InferOutput<typeof entry>;

export type BaselineOfRun = v.InferOutput<typeof baselineOfRunSchema>;

/** Returns the entries of a baseline; undefined if the text isn't a baseline. */
export function readBaselineEntries(text: string): readonly BaselineEntry[] | undefined {
  try {
    const read = v.safeParse(baselineSchema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.success ? read.output.problems : undefined;
  } catch {
    return undefined;
  }
}
