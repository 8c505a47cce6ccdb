import * as v from 'valibot';
import { described } from './report-parts';

/** A problem that was there when the baseline was written: what decides over which flows of which subnet. */
const entry = v.strictObject({
  /** The template, from the folder of the baseline; null of exports. */
  file: v.nullable(v.string()),
  /** Of a kind of cause, or of a check. */
  id: v.string(),
  /** The rule, route, or setting, the same wherever it's written in the file. */
  component: v.string(),
  /** ID in lower case; empty of what is about none. */
  subnet: v.string(),
  /** IDs of requirements; none of what is no cause. */
  flows: v.array(v.string()),
});

const baselineSchema = v.strictObject({ version: v.literal(1), problems: v.array(entry) });

/** What a run found of its baseline. */
export const baselineOfRunSchema = v.strictObject({
  file: described(v.string(), 'As the command line names it.'),
  known: described(
    v.array(entry),
    'Problems of the baseline that are still there. They fail no run, and are in no other list.',
  ),
  gone: described(v.array(entry), 'Problems of the baseline that the checked files no longer have.'),
});

export type BaselineEntry = v.InferOutput<typeof entry>;

export type BaselineOfRun = v.InferOutput<typeof baselineOfRunSchema>;

/** The entries of a baseline; undefined of a text that is none. */
export function readBaselineEntries(text: string): readonly BaselineEntry[] | undefined {
  try {
    const read = v.safeParse(baselineSchema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.success ? read.output.problems : undefined;
  } catch {
    return undefined;
  }
}
