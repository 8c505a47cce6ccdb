import type { FlowResult } from '../core/check-result';
import { reason } from '../core/reason';
import type { FlowTemplate } from '../requirements/requirement';
import type { FillContext } from './fill-flow';
import { servicesOf } from './settings/services-of';

/** Whether the names of a flow are those of the workspace's own registry. */
function isOfRegistry({ names }: FlowTemplate): boolean {
  return names === 'outbound-acr-443';
}

/** The names by which the workspace's own registry is called; undefined of other flows, and where they are not known. */
export function registryNames(template: FlowTemplate, context: FillContext): readonly string[] | undefined {
  // Registries of Azure Machine Learning have names that nobody states.
  if (!isOfRegistry(template) || context.plan.serviceRegions?.['aml-registries']) return undefined;
  const registry = servicesOf({ facts: {}, ...context })?.registry;
  const hosts = registry?.known ? registry.value?.hosts : undefined;
  return hosts?.known ? hosts.value : undefined;
}

/** Microsoft's own, from which older environments come. */
const ofMicrosoft = 'viennaglobal.azurecr.io';
/** A registry itself, `contoso.azurecr.io`; what serves its data has a longer name. */
const aRegistry = /^[^.]+\.azurecr\.[a-z]+$/;

/** Where a firewall lets some registries through and which is the workspace's is not known, it may be one of these. */
export function unlessAnother(answer: FlowResult, template: FlowTemplate, context: FillContext): FlowResult {
  const { outcome, blocked, allowed } = answer;
  if (outcome.is !== 'partly-blocked' || !isOfRegistry(template) || registryNames(template, context)) {
    return answer;
  }
  const named = allowed.flatMap(({ names = [] }) => names);
  const passing = named.filter((name) => aRegistry.test(name) && name !== ofMicrosoft);
  if (passing.length === 0 || blocked.some(({ names }) => names === undefined)) return answer;
  const because = reason('unknown.registryName', { names: passing });
  return { ...answer, outcome: { is: 'undecided', because }, blocked: [], allowed: [] };
}
