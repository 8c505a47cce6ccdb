import { afterAll, expect, test } from 'vitest';
import { startBicep } from '../../support/bicep';
import { caseCount, someCases } from '../../support/case-count';
import { networkAsBicep } from '../../support/network-as-bicep';
import { seeded } from '../../support/random';
import { randomCase } from '../../support/random-network';
import { transformations } from '../../support/transformations';
import { fixtureProjects } from '../../support/transformations/projects';
import type { Project, Variant } from '../../support/transformations/project';
import { deployedOf, deploymentDifference } from '../../support/transformations/same-deployment';

/*
 * The official compiler and Azure's own deployment code produce the same resources for a rewritten deployment. If the
 * compiler isn't available, earlier results with it apply.
 */

const bicep = startBicep();
afterAll(() => bicep?.stop());

const random = seeded(19);
const networks = Array.from({ length: caseCount(1, 4) }, (): Project => {
  const text = networkAsBicep(randomCase(random).model, random);
  return { roots: ['main.bicep'], files: { 'main.bicep': text } };
});
const projects = [...networks, ...(await fixtureProjects())];

interface Tally {
  compared: number;
  readonly refused: string[];
  readonly wrong: string[];
}

async function compare(before: Project, { at, project }: Variant, tally: Tally): Promise<void> {
  if (!bicep) return;
  const [one, other] = [await deployedOf(bicep, before), await deployedOf(bicep, project)];
  if (one.is === 'refused') return;
  tally.compared += 1;
  if (other.is === 'refused') {
    tally.refused.push(`${at}: ${other.because}`);
    return;
  }
  const wrong = deploymentDifference(one.resources, other.resources);
  if (wrong !== undefined) tally.wrong.push(`${at}: ${wrong}`);
}

test.each(Object.entries(transformations))('%s', { timeout: 1_200_000 }, async (_, transform) => {
  const all = projects.flatMap((before) => transform(before).map((variant) => ({ before, variant })));
  const cases = someCases(all, 2, 10);
  expect(cases.length).toBeGreaterThan(1);
  const tally: Tally = { compared: 0, refused: [], wrong: [] };
  for (const { before, variant } of cases) await compare(before, variant, tally);
  expect(tally.wrong).toEqual([]);
  // Some places can't be rewritten, such as a tag that contains the ID of a resource.
  expect(tally.refused.length, tally.refused.join('\n')).toBeLessThanOrEqual(
    Math.max(1, tally.compared / 10),
  );
});
