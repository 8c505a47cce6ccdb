import { sameId } from '../../core/network/find';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredCompute, DeclaredWorkspace } from '../../documents/model/to-compute';
import { computesElsewhere } from '../../file-checks/problems-of';
import type { Guests } from '../answers/answer';
import { joinElsewhere } from '../answers/join-elsewhere';
import type { Source } from '../source';
import type { TemplateSource } from '../templates';

/** Compute resources of one template whose subnet another one may declare, with what they need of their own. */
export interface ComputesElsewhere extends Guests {
  readonly computes: readonly DeclaredCompute[];
  readonly workspaces: readonly DeclaredWorkspace[];
}

/** Those of each template that has some. */
export function elsewhereIn(sources: readonly TemplateSource[]): readonly ComputesElsewhere[] {
  return sources.flatMap(({ proof }) => {
    const { check } = proof.examined;
    const computes = computesElsewhere(check);
    const { workspaces, services, model } = check.declared;
    return computes.length === 0
      ? []
      : [{ computes, workspaces, services, privateEndpoints: model.privateEndpoints }];
  });
}

/** A network with the compute resources of other templates that use its subnets, as `check` joins them. */
export function withComputes(declared: DeclaredNetwork, all: readonly ComputesElsewhere[]): DeclaredNetwork {
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

/** A network as a source by itself. */
export function sourceOf(declared: DeclaredNetwork): Source {
  return {
    inputs: { ...declared, bare: [], noPeeringsSaid: [] },
    places: { ofDecider: () => null, ofFinding: () => null },
    isTemplate: false,
    directed: [],
  };
}
