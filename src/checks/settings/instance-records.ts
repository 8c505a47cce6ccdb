import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';
import type { PrivateZone } from '../../core/services/services';
import { instanceRecords } from '../../core/azure-facts/private-zones';
import { adviceOf } from '../../requirements/host-names';
import { endpointsInReach } from '../endpoints-in-reach';
import { nameSources, type NameSource } from '../name-servers';
import { passed, notApplicable, unknownResult, type SettingResult } from '../setting-result';
import type { PlaceContext } from '../setting-context';
import { servicesOf } from './services-of';

/** Checks requirement `dns-custom-instance-record`. The pages name two suffixes, so both records are needed. */
export function checkInstanceRecord(context: PlaceContext): SettingResult {
  const sources = nameSources(context.model, context.place.network);
  if (!sources.known) return unknownResult(sources.because);
  if (sources.value.every(isAzure)) return notApplicable('check.names.azureAnswers');
  const expected = expectedRecords(context);
  const held = servicesOf(context)?.zones.found.flatMap(recordNames) ?? [];
  return expected.length > 0 && expected.every((one) => held.includes(one))
    ? passed('check.names.instance', { names: expected })
    : { outcome: { is: 'note', text: recordAdvice(context) } };
}

/**
 * Returns advice with the records, or the line of a hosts file, that resolve to the workspace's private endpoint
 * (how-to-custom-dns, 2026-03-26). Azure lists the API's address first.
 */
function recordAdvice(context: PlaceContext): Reason {
  const { plan, model, place } = context;
  const region = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const records = instanceRecords(plan.name ?? '<instance>', valueOr(region, '<region>'), plan.cloud);
  const { found } = endpointsInReach(model, place, ['amlworkspace']);
  const own = found.find(({ targetId }) => plan.workspace.known && sameId(targetId, plan.workspace.value.id));
  const [address] = own ? valueOr(own.addresses, []) : [];
  return address === undefined
    ? reason('requirement.dns-custom-instance-record.ask', { hosts: records })
    : reason('requirement.dns-custom-instance-record.askAddress', {
        hosts: records,
        address,
        line: [address, ...records].join(' '),
      });
}

/** True if Azure's server finally answers, by links that were read. */
function isAzure(source: NameSource): boolean {
  return source.is === 'azure' && source.network !== undefined;
}

function expectedRecords({ plan }: PlaceContext): readonly string[] {
  const region = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const { name, cloud } = plan;
  return name === null || !region.known ? [] : instanceRecords(name, region.value, cloud);
}

function recordNames({ name, records }: PrivateZone): readonly string[] {
  return records.known ? records.value.map((one) => `${one.name}.${name}`.toLowerCase()) : [];
}

/** Checks requirement `dns-batch-storage-classic`: custom DNS servers had to resolve public storage names, too. */
export function checkBatchNames({ model, place, plan }: PlaceContext): SettingResult {
  const sources = nameSources(model, place.network);
  if (!sources.known) return unknownResult(sources.because);
  return sources.value.every(isAzure)
    ? notApplicable('check.names.azureAnswers')
    : { outcome: { is: 'note', text: adviceOf('dns-batch-storage-classic', plan.cloud, '') } };
}
