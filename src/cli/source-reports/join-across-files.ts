import { known, unknown, type Known } from '../../core/known';
import { maybeSameId } from '../../core/network/maybe-same-id';
import type { NetworkModel, PrivateEndpoint, ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { listedSubnet } from '../../documents/model/subnet-by-position';
import {
  allSubjects,
  type FileInputs,
  type CheckedCompute,
  type Subject,
} from '../../documents/subjects/subjects';
import type { CheckSource } from '../source';
import type { ReportInput } from './report-input';
import {
  reportOfSource,
  withElsewhere,
  type SourceReport,
  type ComputeInOtherFiles,
  type ResourcesOfOtherFiles,
} from './source-report';

/** A source that declares subnets of other sources' compute resources, with these included. */
export interface JoinedSource {
  readonly source: CheckSource;
  readonly subjects: readonly Subject[];
  /** The compute resources from other sources. */
  readonly computes: readonly CheckedCompute[];
  /** The original source. */
  readonly origin: CheckSource;
}

/**
 * Adds compute resources to the subnets that other sources declare. If the subnet isn't clear, the resource stays where
 * it is.
 */
export function joinElsewhere(
  guests: ResourcesOfOtherFiles,
  sources: readonly CheckSource[],
): readonly JoinedSource[] {
  const placed = guests.computes.flatMap((compute) => {
    const found = sources.flatMap((source) => subnetsFor(compute, source).map((id) => ({ source, id })));
    const [only] = found;
    return only && found.length === 1
      ? [{ source: only.source, compute: { ...compute, subnetId: known(only.id) } }]
      : [];
  });
  const used = [...new Set(placed.map(({ source }) => source))];
  return used.map((source) => {
    const computes = placed.flatMap((one) => (one.source === source ? [one.compute] : []));
    return joined(source, guests, computes);
  });
}

function joined(
  source: CheckSource,
  guests: ResourcesOfOtherFiles,
  computes: readonly CheckedCompute[],
): JoinedSource {
  const { inputs } = source;
  const all = {
    ...inputs,
    model: withEndpoints(inputs.model, guests.privateEndpoints),
    computes: [...inputs.computes, ...computes],
    workspaces: [...guests.workspaces, ...inputs.workspaces],
    services: [...(guests.services ?? []), ...(inputs.services ?? [])],
  };
  return {
    // Its own problems are reported where it is read by itself.
    source: { ...source, inputs: all, isTemplate: false },
    subjects: usedBy(all, computes),
    computes,
    origin: source,
  };
}

/** Returns the subnets that compute resources of other sources use. */
export function usedBy(inputs: FileInputs, computes: readonly CheckedCompute[]): readonly Subject[] {
  const ids = new Set(computes.map(({ id }) => id.toLowerCase()));
  return allSubjects(inputs).filter((one) => one.computes.some(({ id }) => ids.has(id.toLowerCase())));
}

function withEndpoints(model: NetworkModel, theirs: Known<readonly PrivateEndpoint[]>): NetworkModel {
  const lists = [model.privateEndpoints, theirs].flatMap((one) => (one.known ? [one.value] : []));
  const privateEndpoints = lists.length > 0 ? known(lists.flat()) : unknown(reason('terminal.noEndpoints'));
  return { ...model, privateEndpoints };
}

/** Returns the IDs of a source's subnets that a compute resource may refer to. */
function subnetsFor({ subnetId }: CheckedCompute, { inputs }: CheckSource): readonly ResourceId[] {
  if (!subnetId.known || subnetId.value === null) return [];
  const id = subnetId.value;
  const all = allSubjects(inputs).filter(
    ({ subnet }) => inputs.referencedSubnets?.has(subnet.id.toLowerCase()) !== true,
  );
  const listed = listedSubnet(id);
  const isIt = ({ network, subnet }: Subject): boolean =>
    listed
      ? isSameAsFarAsKnown(listed.networkId, network.id) &&
        inputs.subnetAt?.(network.id, listed.position) === subnet.id
      : isSameAsFarAsKnown(id, subnet.id);
  return all.filter(isIt).map(({ subnet }) => subnet.id);
}

/**
 * True if a compute resource may use one of the subnets, by their IDs alone. A template without such a subnet isn't
 * evaluated again.
 */
export function mayUse(
  { subnetId }: Pick<CheckedCompute, 'subnetId'>,
  subnetIds: readonly ResourceId[],
): boolean {
  if (!subnetId.known || subnetId.value === null) return false;
  const id = subnetId.value;
  // Which subnet is at a position is only known after the evaluation.
  return listedSubnet(id) !== undefined || subnetIds.some((one) => isSameAsFarAsKnown(id, one));
}

/** True if the networks and subnets of two IDs are the same, and so are all other segments that are known in both. */
function isSameAsFarAsKnown(left: ResourceId, right: ResourceId): boolean {
  const isNamed = [left, right].every((id) => !id.split('/').slice(-4).some(isUnknown));
  return isNamed && maybeSameId(left, right);
}

/** True for a segment with an unknown part. */
function isUnknown(segment: string): boolean {
  return segment.includes('‹');
}

/** A report, and the names of other templates that may declare a subnet of its compute resources. */
export interface ReportedFiles {
  readonly report: SourceReport;
  readonly otherTemplates: readonly string[];
}

/** Access to the sources of other templates' subnets. */
export interface OtherSources {
  /** Returns the templates that may declare a subnet of the compute resources, and all exports. */
  readonly named: (
    names: readonly string[],
    computes: readonly CheckedCompute[],
  ) => Promise<readonly CheckSource[]>;
  /** Checks a source with the compute resources of others, with places in its files. Undefined for exports. */
  readonly joined: (one: JoinedSource, guests: ComputeInOtherFiles) => Promise<CheckSource | undefined>;
}

/**
 * Returns reports in which each compute resource is checked in the subnet that another source declares. If no source
 * declares it, the report shows that.
 */
export async function withJoined(
  reports: readonly ReportedFiles[],
  sources: OtherSources,
  reportInput: ReportInput,
): Promise<readonly SourceReport[]> {
  const all: SourceReport[] = [];
  for (const { report, otherTemplates } of reports) {
    const { computes } = report.elsewhere;
    if (computes.length === 0) {
      all.push(report);
      continue;
    }
    const found = joinElsewhere(report.elsewhere, await sources.named(otherTemplates, computes));
    const placed = new Set(found.flatMap((one) => one.computes.map(({ id }) => id)));
    const left = computes.map(({ id }) => id).filter((id) => !placed.has(id));
    all.push(withElsewhere(report, left, reportInput));
    for (const one of found) {
      const source = (await sources.joined(one, report.elsewhere)) ?? one.source;
      const subjects = usedBy(source.inputs, one.computes);
      const names = one.computes.map(({ name }) => name);
      all.push(
        await reportOfSource(source, { subjects, computes: names, found: [], names: [] }, reportInput),
      );
    }
  }
  return all;
}
