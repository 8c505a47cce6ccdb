import { describe, expect, it } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import {
  findRequirement,
  requirements,
  requirementsDate,
  requirementsOf,
} from '../../../src/requirements/requirements';
import { sources } from '../../../src/requirements/sources';
import { failuresIn } from '../../support/failures-in';

const ids = requirements.map((one) => one.id);
const has = (key: string): boolean => Object.hasOwn(english, key);
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function expectWhole(one: (typeof requirements)[number], id: string): void {
  expect(has(`requirement.${id}.name`), 'name').toBe(true);
  expect(has(`requirement.${id}.consequence`), 'consequence').toBe(true);
  expect(has(`requirement.${id}.ask`), 'ask').toBe(true);
  expect(has(`requirement.${id}.disagree`), 'disagree').toBe(one.disagreement === true);
  expect(one.sources.length).toBeGreaterThan(0);
  const asked = Object.values(one.profiles);
  expect(asked.length).toBeGreaterThan(0);
  for (const each of asked) {
    expect(isDate(each.from), each.from).toBe(true);
    if (each.until !== null) expect(each.until > each.from).toBe(true);
  }
}

describe('requirements', () => {
  it('have IDs that are unique and kebab-case', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('have texts, sources, and dates', async () => {
    const all = requirements.map((one) => [one.id, one] as const);
    expect(await failuresIn(all, expectWhole)).toEqual([]);
  });

  it('have all texts: none is left without a requirement', () => {
    const named = Object.keys(english).flatMap(
      (key) => /^requirement\.([^.]+)\.[a-z.-]+$/.exec(key)?.[1] ?? [],
    );
    expect(named.filter((id) => !findRequirement(id))).toEqual([]);
  });

  it('state the consequence in one sentence', () => {
    const wrong = Object.entries(english).filter(
      ([key, text]) =>
        /^requirement\..+\.consequence(\.|$)/.test(key) && (!text.endsWith('.') || text.length > 140),
    );
    expect(wrong).toEqual([]);
  });

  it('state their effect, and when it was last checked', () => {
    expect(requirements.filter(({ checked }) => !isDate(checked))).toEqual([]);
    // A refusal of 2021 names it (Azure/data-product-analytics issue 70).
    expect(findRequirement('npip-requires-private-endpoint')?.effect).toBe('refused');
    // Instances of AzureTRE failed without it (issue 4151, 2025-01-03).
    expect(findRequirement('outbound-batch-443')?.effect).toBeUndefined();
    // The internet access page of 2025 requires it in one case only; the reported refusals are of 2022.
    expect(findRequirement('outbound-storage-445')?.effect).toBe('documented');
  });

  it('are based on the newest page that they cite', () => {
    const dates = Object.values(sources).flatMap(({ date }) => date ?? []);
    expect(requirementsDate).toBe(dates.sort().at(-1));
    expect(dates.filter((date) => !isDate(date))).toEqual([]);
  });

  it('require of a public network only tags that its cloud has', () => {
    const clouds = (id: string) => findRequirement(id)?.profiles.current?.appliesTo.clouds;
    // Tag files of 2025-10-20 (China) and 2026-07-19 (US Government): no AzureFrontDoor.FirstParty.
    expect(clouds('outbound-frontdoor-firstparty-443')).toEqual(['public']);
    expect(clouds('outbound-frontdoor-frontend-443')).toEqual(['public', 'usgov']);
  });
});

describe('profiles', () => {
  const of = (profile: 'current' | '2020-12') =>
    requirementsOf(profile)
      .filter(({ inProfile }) => inProfile.what.is === 'flows' && inProfile.severity === 'error')
      .map(({ requirement }) => requirement.id);

  it('today: flows whose absence is an error (training page 2025-06-12, traffic page 2026-03-19)', () => {
    expect(of('current')).toEqual([
      'inbound-aml-44224',
      'outbound-entra-80-443',
      'outbound-aml-443',
      'outbound-aml-udp-5831',
      'outbound-batch-443',
      'outbound-arm-443',
      'outbound-storage-443',
      'outbound-virtualnetwork-443',
      'outbound-mcr-443',
      'outbound-frontdoor-firstparty-443',
      'inbound-ssh-22-attached',
      'inbound-hdinsight-443',
      'inbound-databricks-22-5557',
      'outbound-databricks-control',
      'dbx-workers-talk',
      'dbx-nsg-rules',
    ]);
  });

  it('December 2020: the article’s own list', () => {
    expect(of('2020-12')).toEqual([
      'inbound-batch-29876-29877',
      'inbound-aml-44224',
      'outbound-entra-80-443',
      'outbound-aml-443',
      'outbound-arm-443',
      'outbound-storage-443',
      'outbound-acr-443',
      'inbound-ssh-22-attached',
      'inbound-hdinsight-443',
      'inbound-databricks-22-5557',
      'outbound-databricks-control',
      'dbx-workers-talk',
      'dbx-nsg-rules',
    ]);
  });
});
