import { withoutEnd } from '../core/cut-text';
import type { DiagnosisArea, DiagnosisResult } from '../core/diagnosis';
import { diagnosisAreas } from '../core/diagnosis';
import { statusOf, type CheckResult, type ResultStatus } from '../core/check-result';
import { nameOf, sameId, segmentOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { namesFlow } from './azure-error-detail';

/** `azureOnly` and `oursOnly`: the other side doesn't check it, or doesn't know. */
export type Relation = 'contradict' | 'agree' | 'azureOnly' | 'oursOnly';

/** A result of Azure's diagnosis, or its absence, next to the product's results. */
export interface ComparedAnswer {
  readonly area: DiagnosisArea;
  readonly relation: Relation;
  /** Null if Azure reports no problem in that area. */
  readonly azure: DiagnosisResult | null;
  readonly ours: readonly CheckResult[];
}

/**
 * Compares Azure's diagnosis with the product's results of a subnet. Azure checks the workspace, its private endpoints,
 * and the subnets that it already uses. It doesn't know the subnet of a plan.
 */
export function compareDiagnosis(
  diagnosis: readonly DiagnosisResult[],
  results: readonly CheckResult[],
  subnetId: ResourceId | null,
): readonly ComparedAnswer[] {
  return diagnosisAreas.flatMap((area) => {
    const its = diagnosis.filter((one) => one.area === area);
    const ours = results.filter((one) => ofArea[area](one) && isChecked(one));
    return its.length === 0 ? silence(area, ours) : its.map((one) => answer(one, ours, subnetId));
  });
}

/** The requirements that belong to an area. */
const ofArea: Readonly<Record<DiagnosisArea, (one: CheckResult) => boolean>> = {
  routes: ({ group }) => group === 'routes',
  rules: ({ group }) => group === 'outbound' || group === 'inbound',
  locks: ({ requirement }) => requirement.startsWith('lock-'),
  names: ({ group }) => group === 'names',
  storage: ({ requirement }) => requirement.startsWith('storage-'),
  keyVault: ({ requirement }) => requirement === 'keyvault-network',
  registry: ({ requirement }) => requirement.startsWith('acr-') || requirement === 'image-build-compute',
  monitoring: ({ requirement }) => requirement === 'monitor-ampls-open-mode',
  other: () => false,
};

/** Areas of the workspace itself: both check the same resource. */
const ofWorkspace: ReadonlySet<DiagnosisArea> = new Set([
  'locks',
  'storage',
  'keyVault',
  'registry',
  'monitoring',
]);

function isChecked({ outcome, severity }: CheckResult): boolean {
  const standing = statusOf(outcome);
  return standing === 'fine' || standing === 'unknown' || (standing === 'open' && severity !== 'info');
}

const are = (standing: ResultStatus, all: readonly CheckResult[]): readonly CheckResult[] =>
  all.filter(({ outcome }) => statusOf(outcome) === standing);

/** Returns the relation if Azure reports nothing in an area. */
function silence(area: DiagnosisArea, ours: readonly CheckResult[]): readonly ComparedAnswer[] {
  const open = are('open', ours);
  const of = (relation: Relation, all: readonly CheckResult[]): readonly ComparedAnswer[] => [
    { area, relation, azure: null, ours: all },
  ];
  if (open.length > 0) return of(ofWorkspace.has(area) ? 'contradict' : 'oursOnly', open);
  const unknown = are('unknown', ours);
  if (unknown.length > 0) return ofWorkspace.has(area) ? of('azureOnly', unknown) : [];
  return ours.length > 0 ? of('agree', ours) : [];
}

/** Returns the relation if Azure reports a problem. */
function answer(
  azure: DiagnosisResult,
  its: readonly CheckResult[],
  subnetId: ResourceId | null,
): ComparedAnswer {
  const { area, message, level } = azure;
  if (level === 'info' || isElsewhere(message, subnetId)) {
    return { area, relation: 'azureOnly', azure, ours: [] };
  }
  const ours = concerned(azure, its);
  const open = are('open', ours);
  if (open.length > 0) return { area, relation: 'agree', azure, ours: open };
  const unknown = are('unknown', ours);
  if (unknown.length > 0 || ours.length === 0) return { area, relation: 'azureOnly', azure, ours: unknown };
  return { area, relation: 'contradict', azure, ours };
}

/** Returns the results whose flow the message names, otherwise all of the area. */
function concerned({ message, code }: DiagnosisResult, its: readonly CheckResult[]): readonly CheckResult[] {
  const named = its.filter(({ subject }) => subject !== null && namesFlow(message, subject));
  if (named.length > 0) return named;
  return /custom ?dns/i.test(code)
    ? its.filter(({ requirement }) => requirement === 'dns-custom-server-forwarders')
    : its;
}

/** True if a message is about another subnet or network. */
function isElsewhere(message: string, subnetId: ResourceId | null): boolean {
  const ids = (message.match(/\/subscriptions\/[^\s'"<>]{1,500}/gi) ?? []).map((id) =>
    withoutEnd(id, '.,;:)'),
  );
  const parts = ids.flatMap((id) => {
    const network = segmentOf(id, 'virtualNetworks');
    return network === undefined ? [] : [{ network, subnet: segmentOf(id, 'subnets') }];
  });
  if (parts.length === 0) return false;
  const own = { network: segmentOf(subnetId ?? '', 'virtualNetworks') ?? '', subnet: nameOf(subnetId ?? '') };
  return !parts.some(
    ({ network, subnet }) =>
      sameId(network, own.network) && (subnet === undefined || sameId(subnet, own.subnet)),
  );
}
