import { parsePorts } from '../core/addresses/ports';
import { subtract } from '../core/addresses/interval-algebra';
import { isEmpty } from '../core/addresses/interval-set';
import { statusOf, type FlowResult, type Severity } from '../core/check-result';
import type { DataService } from '../core/services/services';
import type { FlowTemplate, InProfile, SeverityCondition } from '../requirements/requirement';
import { accessTo, serviceEndpointsInReach, type Caller } from './service-access';
import type { PlanContext } from './setting-context';
import { servicesOf } from './settings/services-of';

/** A flow of a requirement with its result. */
export interface AnsweredFlow {
  readonly template: FlowTemplate;
  readonly answer: FlowResult;
}

type SeverityContext = Pick<PlanContext, 'plan'> &
  Partial<Pick<PlanContext, 'facts'>> & { readonly caller?: Caller };

/**
 * Returns the severity of a flow's result: from the first condition of the requirement that applies, otherwise the
 * default.
 */
export function flowSeverity(
  inProfile: InProfile,
  answered: readonly AnsweredFlow[],
  context: SeverityContext,
): Severity {
  for (const condition of inProfile.severityIf) {
    const found = severityOf(condition, answered, context);
    if (found) return found;
  }
  return inProfile.severity;
}

function severityOf(
  condition: SeverityCondition,
  answered: readonly AnsweredFlow[],
  context: SeverityContext,
): Severity | undefined {
  switch (condition.if) {
    case 'only-ports':
      return onlyPortsBlocked(answered, condition.ports) ? condition.severity : undefined;
    case 'high-business-impact':
      return vaultSeverity(condition, context);
    case 'registry-filled':
      return registrySeverity(condition, context);
    case 'only-beside-endpoints':
      return onlyTagFails(answered) ? condition.severity : undefined;
  }
}

/**
 * Returns the severity for the workspace's key vault; undefined if it is reached by a private endpoint, because its
 * name resolves there.
 */
function vaultSeverity(
  { severity, unknown }: Extract<SeverityCondition, { if: 'high-business-impact' }>,
  context: SeverityContext,
): Severity | undefined {
  const { workspace } = context.plan;
  const impact = workspace.known ? workspace.value.highBusinessImpact : workspace;
  if (!impact.known) return unknown;
  return impact.value && !isVaultPrivate(context) ? severity : undefined;
}

function isVaultPrivate({ plan, facts = {}, caller }: SeverityContext): boolean {
  const vault = servicesOf({ plan, facts })?.keyVault;
  if (!caller || !vault?.known || vault.value === null) return false;
  return serviceEndpointsInReach({ service: vault.value, groups: ['vault'] }, caller).found.length > 0;
}

/**
 * Returns the severity for the registry; undefined if it wasn't read, or if it doesn't allow the subnet, because
 * opening the flow wouldn't help then.
 */
function registrySeverity(
  { severity, none }: Extract<SeverityCondition, { if: 'registry-filled' }>,
  { plan, facts = {}, caller }: SeverityContext,
): Severity | undefined {
  const services = servicesOf({ plan, facts });
  if (!services?.registry.known || plan.serviceRegions?.['aml-registries']) return undefined;
  const { value: registry } = services.registry;
  if (registry === null) return none;
  const { buildCompute } = services;
  const isFilled = buildCompute.known && buildCompute.value !== null;
  return isFilled && letsIn(registry, caller) ? severity : undefined;
}

/** True if the service is open to all callers, or to this subnet by its service endpoint. */
function letsIn(service: DataService, caller: Caller | undefined): boolean {
  if (!caller) return false;
  const registryAccess = {
    service,
    groups: ['registry'],
    serviceEndpoint: 'Microsoft.ContainerRegistry',
  } as const;
  return ['open', 'subnet'].includes(accessTo(registryAccess, caller).is);
}

function onlyPortsBlocked(answered: readonly AnsweredFlow[], ports: readonly string[]): boolean {
  const lenient = parsePorts(ports);
  const blocked = answered.flatMap(({ answer }) => answer.blocked);
  if (!lenient || blocked.length === 0) return false;
  return blocked.every((part) => {
    const stopped = parsePorts(part.ports.split(','));
    return stopped !== undefined && isEmpty(subtract(stopped, lenient));
  });
}

function onlyTagFails(answered: readonly AnsweredFlow[]): boolean {
  const isPassing = ({ answer }: AnsweredFlow) => statusOf(answer.outcome) === 'fine';
  const endpoints = answered.filter(({ template }) => template.remote.is === 'private-endpoints');
  return endpoints.length > 0 && endpoints.every(isPassing) && !answered.every(isPassing);
}
