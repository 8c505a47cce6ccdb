import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/sample-summary/', import.meta.url);
const sections = new Map<string, string>();

/** Returns the sample's results of a plan, by lines, as `sample-outcomes.generative.test.ts` checks them in. */
function sectionOf(subnet: string, plan: string): string {
  if (sections.size === 0) {
    for (const file of readdirSync(folder)) {
      for (const section of readFileSync(new URL(file, folder), 'utf8').split('\n\n')) {
        sections.set(section.slice(section.indexOf('/') + 1, section.indexOf('\n')), section);
      }
    }
  }
  const section = sections.get(`${subnet}, ${plan}`);
  if (section === undefined) throw new Error(`The sample has no ${subnet}, ${plan}.`);
  return section;
}

/**
 * Returns the summary of Readiness for a subnet of the sample, such as “Not ready: 1 error blocks 9 flows”. The number
 * of flows changes with each new requirement, so tests of something else read it here.
 */
export function sampleSummary(subnet: string, plan = 'cluster, no public IP'): string {
  return sectionOf(subnet, plan).split('\n')[1]!.trim();
}

/** Returns the flows in that summary, such as “9 flows”. */
export function sampleFlows(subnet: string, plan?: string): string {
  return /\d+ flows?/.exec(sampleSummary(subnet, plan))![0];
}
