import type { FlowResult } from '../core/check-result';
import { reason } from '../core/reason';
import type { FlowTemplate } from '../requirements/requirement';
import type { FillContext } from './fill-flow';
import { servicesOf } from './settings/services-of';

/** Returns whether the names of a flow are those of the workspace's own registry. */
function isOfRegistry({ names }: FlowTemplate): boolean {
  return names === 'outbound-acr-443';
}

/** Returns the host names of the workspace's own registry; undefined for other flows, and if the names aren't known. */
export function registryNames(template: FlowTemplate, context: FillContext): readonly string[] | undefined {
  // The names of Azure Machine Learning registries aren't stated anywhere.
  if (!isOfRegistry(template) || context.plan.serviceRegions?.['aml-registries']) return undefined;
  const registry = servicesOf({ facts: {}, ...context })?.registry;
  const hosts = registry?.known ? registry.value?.hosts : undefined;
  return hosts?.known ? hosts.value : undefined;
}

/** Microsoft's registry, from which older environments come. */
const ofMicrosoft = 'viennaglobal.azurecr.io';
/** Pattern of a registry's own name, `contoso.azurecr.io`. Its data endpoints have longer names. */
const aRegistry = /^[^.]+\.azurecr\.[a-z]+$/;

/**
 * Returns unknown if a firewall allows some registries and the workspace's registry isn't known, because it may be one
 * of these.
 */
export function unlessAnother(answer: FlowResult, template: FlowTemplate, context: FillContext): FlowResult {
  const { outcome, blocked, allowed } = answer;
  if (outcome.is !== 'partly-blocked' || !isOfRegistry(template) || registryNames(template, context)) {
    return answer;
  }
  const named = allowed.flatMap(({ names = [] }) => names);
  const passing = named.filter((name) => aRegistry.test(name) && name !== ofMicrosoft);
  if (passing.length === 0 || blocked.some(({ names }) => names === undefined)) return answer;
  const because = reason('unknown.registryName', { names: passing });
  return { ...answer, outcome: { is: 'unknown', because }, blocked: [], allowed: [] };
}
