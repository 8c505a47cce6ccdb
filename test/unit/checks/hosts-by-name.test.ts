import { describe, expect, it, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { onlyByDefault } from '../../../src/checks/fixes/deny-other-outbound';
import { findFix } from '../../../src/checks/fixes/find-fix';
import { summarize } from '../../../src/checks/summary';
import { known } from '../../../src/core/known';
import { messagesIn } from '../../support/messages-in';
import { formatPacket } from '../../../src/wording/subject-text';
import { buildModel, buildPlan, facts, type NetworkSpec, type PlanSpec } from './model-builder';
import { resultLine } from './result-line';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const denyInternet = 'out 4000 Deny * *>Internet * Deny-Internet';
const tagsAlone = [
  'out 100 Allow Tcp *>AzureMachineLearning 443 A',
  'out 110 Allow Tcp *>Storage.WestEurope 443 B',
];
const packages = 'outbound-python-packages';
const vscode = 'outbound-vscode-hosts';

function checked(network: NetworkSpec, plan: PlanSpec = { kind: known('instance') }) {
  return checkSubnet(buildModel(network), buildPlan(plan), facts);
}

function of(id: string, network: NetworkSpec) {
  return checked(network).find(({ requirement }) => requirement === id);
}

describe('hosts with known names only', () => {
  it.each([packages, vscode, 'outbound-rstudio-hosts', 'outbound-signin-cdn', 'exfil-curated-env-registry'])(
    '%s: blocked by an NSG that denies the internet, whatever tags it allows',
    (id) => {
      for (const rules of [
        [denyAll],
        [denyInternet],
        [...tagsAlone, denyAll],
        [...tagsAlone, denyInternet],
      ]) {
        expect(resultLine(of(id, { rules }))).toMatch(/^info blocked by \d+ Deny-/);
      }
    },
  );

  it.each([packages, vscode, 'outbound-rstudio-hosts', 'exfil-curated-env-registry'])(
    '%s: allowed by an open NSG, and counted as allowed',
    (id) => {
      expect(of(id, {})?.outcome.is).toBe('allowed');
      expect(of(id, { rules: ['out 100 Allow * *>* * Open'] })?.outcome.is).toBe('allowed');
      expect(onlyByDefault(checked({}))).not.toContain(id);
    },
  );

  it('need confirmation if a rule allows addresses that may be theirs', () => {
    expect(of(packages, { rules: ['out 100 Allow Tcp *>20.0.0.0/8 443 Some', denyAll] })?.outcome.is).toBe(
      'note',
    );
    expect(of(packages, { rules: ['out 100 Allow Tcp *>AzureCloud 443 Cloud', denyAll] })?.outcome.is).toBe(
      'note',
    );
    const front = ['out 100 Allow Tcp *>AzureFrontDoor.FirstParty 443 Front', denyAll];
    expect(of(vscode, { rules: front })?.outcome.is).toBe('note');
    expect(of(packages, { rules: front })?.outcome.is).toBe('blocked');
  });

  it('contain the host names, and an example packet to one of them by name', () => {
    const found = of(packages, { rules: [denyAll] });
    expect(found?.subject?.remote).toContain('pypi.org');
    expect(found?.packet).toMatchObject({ host: 'anaconda.com', destinationPort: 443 });
    expect(found?.packet && formatPacket(messagesIn('en'), found.packet)).toMatch(
      /^TCP 10\.40\.4\.\d+ → anaconda\.com port 443$/,
    );
    expect(found?.level).toBe('optional');
  });

  it('don’t affect readiness', () => {
    const hosts = checked({ rules: [denyAll] }).filter(({ requirement }) =>
      [packages, vscode, 'exfil-curated-env-registry'].includes(requirement),
    );
    expect(summarize(hosts)).toMatchObject({ ready: true, warnings: 0 });
  });
});

test('denying other outbound traffic is a fix, even though it blocks such hosts', () => {
  const model = buildModel({});
  const plan = buildPlan({});
  const input = { model, plan, facts };
  const ids = onlyByDefault(checkSubnet(model, plan, facts));
  expect(findFix(input, ids, { deniesOtherOutbound: true })).toBeDefined();
});
