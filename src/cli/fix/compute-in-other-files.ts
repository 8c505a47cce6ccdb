import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { computeInOtherSubnets } from '../../file-checks/problems-of';
import type { ComputeInOtherFiles } from '../source-reports/source-report';
import type { DeploymentSources } from '../source-reports/deployments';
import { joinElsewhere } from '../source-reports/join-across-files';
import type { CheckSource } from '../source';
import type { TemplateSource } from '../templates';

/** Compute resources of deployments that `check` joins with the networks of other files. */
interface ComputeByFile {
  /** Compute resources that use subnets of a deployment, by its first template. */
  readonly computes: ReadonlyMap<string, readonly ComputeInOtherFiles[]>;
  /** IDs in lowercase. */
  readonly placed: ReadonlySet<ResourceId>;
}

/** Finds the file that declares the subnet of each compute resource whose own deployment doesn't, like `check` does. */
export function computeInOtherTemplates(
  deployments: readonly DeploymentSources[],
  sources: ReadonlyMap<string, TemplateSource>,
  printed: CheckSource | undefined,
): ComputeByFile {
  const computes = new Map<string, readonly ComputeInOtherFiles[]>();
  const placed = new Set<ResourceId>();
  for (const { files, otherTemplates } of deployments) {
    const guests = resourcesOfOtherFiles(sources.get(files[0]));
    if (!guests) continue;
    const others = deployments.filter(
      (one) => one.files[0] !== files[0] && one.files.some((file) => otherTemplates.includes(file)),
    );
    const named = others.flatMap((one) => sources.get(one.files[0]) ?? []);
    for (const { source, computes: joined } of joinElsewhere(guests, [
      ...named,
      ...(printed ? [printed] : []),
    ])) {
      const ids = new Set(joined.map(({ id }) => id.toLowerCase()));
      ids.forEach((id) => placed.add(id));
      const owner = others.find((one) => sources.get(one.files[0])?.places === source.places);
      if (!owner) continue;
      const its = { ...guests, computes: guests.computes.filter(({ id }) => ids.has(id.toLowerCase())) };
      computes.set(owner.files[0], [...(computes.get(owner.files[0]) ?? []), its]);
    }
  }
  return { computes, placed };
}

function resourcesOfOtherFiles(source: TemplateSource | undefined): ComputeInOtherFiles | undefined {
  if (!source) return undefined;
  const { check } = source.fixTest.analysis;
  const computes = computeInOtherSubnets(check);
  const { workspaces, services, model } = check.declared;
  return computes.length === 0
    ? undefined
    : { computes, workspaces, services, privateEndpoints: model.privateEndpoints };
}

/** Returns a network with the compute resources of other templates that use its subnets, joined like in `check`. */
export function withJoinedCompute(
  declared: DeclaredNetwork,
  all: readonly ComputeInOtherFiles[],
): DeclaredNetwork {
  return all.reduce((now, one) => {
    const [joined] = joinElsewhere(one, [sourceOf(now)]);
    if (!joined) return now;
    const { model, services = now.services } = joined.source.inputs;
    const placed = one.computes.flatMap((compute) => {
      const found = joined.computes.find(({ id }) => sameId(id, compute.id));
      return found ? [{ ...compute, subnetId: found.subnetId }] : [];
    });
    return {
      ...now,
      model,
      services,
      computes: [...now.computes, ...placed],
      workspaces: [...one.workspaces, ...now.workspaces],
    };
  }, declared);
}

/** Converts a network to a separate source. */
export function sourceOf(declared: DeclaredNetwork): CheckSource {
  return {
    inputs: { ...declared, bare: [], statedWithoutPeerings: [] },
    places: { ofDecider: () => null, ofFinding: () => null, ofSubnet: () => null, ofCause: () => null },
    isTemplate: false,
    directed: [],
  };
}
