import { expect, test } from 'vitest';
import { noPlan } from '../../../../src/contract/wizard/stored-choices';
import { statusOf } from '../../../../src/core/check-result';
import { firstState } from '../../../../src/features/wizard/state';
import { createWizardStore, type WizardStore } from '../../../../src/features/wizard/store';
import type { Problem } from '../../../../src/file-checks/problem';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { caseCount } from '../../../support/case-count';
import { seeded } from '../../../support/random';
import { analyzed } from '../../file-checks/analyzed';
import { isShown, openWizard, pickWorkspace, type OpenWizard } from './open-wizard';

type Random = ReturnType<typeof seeded>;

/** Returns a plan that is ready to be written: with any place, kind, and options, and with its fixes. */
async function choosePlan(w: OpenWizard, random: Random): Promise<void> {
  await pickWorkspace(w, random.pick(['mlw-fraud-prod', 'mlw-risk-dev', 'hub-claims-ai']));
  await w.call.chooseKind({ kind: random.pick(['cluster', 'instance']) });
  await w.call.choosePublicIp({ publicIp: random.below(2) === 0 }).catch(() => undefined);
  // A workspace with a managed virtual network doesn't have either.
  if (w.page.plan?.network.managed === null) {
    if (random.below(2) === 0) await chooseExisting(w, random);
    else await w.call.act({ id: 'proposeNetwork' });
  }
  await w.until('Readiness', (p) => p.readiness?.state === 'checked');
  await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
  const size = random.pick([
    {},
    { name: 'Plan-1' },
    { maxNodes: 3 },
    { idleMinutes: 15 },
    { tags: [{ name: 'cost', value: '1' }] },
  ]);
  await w.call.changeSize(size).catch(() => undefined);
  await putFixesIntoCode(w);
}

async function chooseExisting(w: OpenWizard, random: Random): Promise<void> {
  const network = random.pick((w.page.networks?.rows ?? []).filter(({ unfit }) => unfit === null));
  await w.call.chooseNetwork({ id: network.id });
  await w.until('subnets', (p) => p.subnets?.networkName === network.name);
  await w.call.chooseSubnet({ id: random.pick(w.page.subnets?.rows ?? []).id });
}

async function putFixesIntoCode(w: OpenWizard): Promise<void> {
  const ids = w.page.review?.fixIds ?? [];
  if (ids.length === 0) return;
  await w.call.previewFix({ ids });
  await w.until('the preview', (p) => isShown(p.preview));
  // Not every fix can be written.
  await w.call.putFixIntoCode({ preview: w.page.preview?.id ?? '' }).catch(() => undefined);
}

/** Open results of the plan itself: requirements that fail or are unknown, except those whose fix is written. */
function openIn(store: WizardStore): ReadonlySet<string> {
  const { evaluation, choices } = store.get();
  const fixed = choices.fixesInCode.flat();
  const open = (evaluation?.today ?? []).filter(({ outcome }) =>
    ['open', 'unknown'].includes(statusOf(outcome)),
  );
  return new Set(open.map(({ requirement }) => requirement).filter((id) => !fixed.includes(id)));
}

/** True for info about what a file leaves to others, and about what Azure's default rules allow. */
const isInfo = ({ severity }: Problem): boolean => severity === 'hint' || severity === 'info';

const seeds = Array.from({ length: caseCount(8, 25, 200) }, (_, at) => at + 1);

test.each(seeds)('written code reports no problem that its plan doesn’t have: plan %i', async (seed) => {
  const random = seeded(seed);
  const store = createWizardStore(firstState(noPlan));
  const w = openWizard({ stateStore: store });
  await choosePlan(w, random);
  const isWritten = await w.call.write({ format: random.pick(['bicep', 'arm']) }).catch(() => false);
  if (isWritten) {
    const files = Object.fromEntries(w.written.flat().map(({ name, text }) => [name, text]));
    const { check } = await analyzed(files);
    const open = openIn(store);
    const own = problemsOf(check).filter((one) => !isInfo(one) && !open.has(one.id));
    expect(own.map(({ id, severity, place }) => `${id} ${severity} ${place.file}`)).toEqual([]);
  }
  w.dispose();
});
