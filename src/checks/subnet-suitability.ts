import type { CheckResult } from '../core/check-result';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import { checkSettings } from './check-subnet';

/**
 * Requirements that can't be fixed in the subnet, with the key of their short text, in the order in which they are
 * reported.
 */
const shortForms: Readonly<Record<string, string>> = {
  'managed-vnet-exclusive': 'fit.managed',
  'vnet-resource-manager-model': 'fit.classic',
  'vnet-same-subscription': 'fit.otherSubscription',
  'vnet-same-region-instance': 'fit.otherRegion',
  'vnet-same-region-cluster': 'fit.otherRegion',
  'subnet-reserved-name': 'fit.reservedName',
  'subnet-no-delegation': 'fit.given',
  'subnet-not-shared-with-databricks': 'fit.given',
  'vnet-docker-bridge-overlap': 'fit.containerOverlap',
  'vnet-address-space-disallowed': 'fit.addresses',
  'dbx-same-sub-region': 'fit.otherRegion',
  'vm-ubuntu-only': 'fit.notUbuntu',
  'attach-no-duplicate': 'fit.attachedAlready',
  'vm-public-ip-required': 'fit.noPublicIp',
  'hdi-public-ip-required': 'fit.privateLink',
  'subnet-free-ips-cluster': 'fit.full',
  'subnet-free-ips-instance': 'fit.full',
};

/**
 * Returns in short form why the plan can't use its subnet; undefined if it can, as far as is known. Only certain errors
 * count: a cluster in another region isn't recommended, but possible.
 */
export function unfitReason(model: NetworkModel, plan: PlanToCheck): Reason | undefined {
  const ids = Object.keys(shortForms);
  const checked = checkSettings(model, plan, ids);
  for (const id of ids) {
    const found = checked.find((one) => one.requirement === id && one.severity === 'error');
    const short = found && shortForm(found);
    if (short) return short;
  }
  return undefined;
}

function shortForm({ requirement, outcome }: CheckResult): Reason | undefined {
  const key = shortForms[requirement];
  if (key === undefined || outcome.is !== 'failed') return undefined;
  // A fix can add an NSG that allows the address.
  if (outcome.text.key === 'check.machine.closed') return undefined;
  // The requirement's own row reports too few free addresses. Only a full subnet can't be used at all.
  if (key === 'fit.full' && outcome.text.key !== 'check.free.none') return undefined;
  const service = String(outcome.text.values?.['service'] ?? '');
  return key === 'fit.given' ? reason(key, { service: serviceName(service) }) : reason(key);
}

/**
 * Returns a short name such as “Databricks” for `Microsoft.Databricks/workspaces`, because the list has little space.
 */
function serviceName(service: string): string {
  return service.replace(/^Microsoft\./i, '').split('/')[0] ?? service;
}
