import { parsePorts } from '../core/addresses/ports';
import { subtract } from '../core/addresses/interval-algebra';
import { isEmpty } from '../core/addresses/interval-set';
import { standingOf, type FlowAnswer, type Severity } from '../core/judgement';
import type { Known } from '../core/known';
import type { BuildCompute, DataService } from '../core/services/services';
import type { FlowTemplate, InProfile, SeverityCondition } from '../requirements/requirement';
import { isClosed } from './service-access';
import type { PlanContext } from './setting-context';
import { servicesOf } from './settings/services-of';

/** One flow of a requirement and its answer. */
export interface AnsweredFlow {
  readonly template: FlowTemplate;
  readonly answer: FlowAnswer;
}

type SeverityContext = Pick<PlanContext, 'plan'> & Partial<Pick<PlanContext, 'facts'>>;

/** How grave a flow's verdict is: the first condition of the data that holds, else the default. */
export function flowSeverity(
  asked: InProfile,
  answered: readonly AnsweredFlow[],
  context: SeverityContext,
): Severity {
  for (const condition of asked.severityIf) {
    const found = severityOf(condition, answered, context);
    if (found) return found;
  }
  return asked.severity;
}

function severityOf(
  condition: SeverityCondition,
  answered: readonly AnsweredFlow[],
  context: SeverityContext,
): Severity | undefined {
  switch (condition.if) {
    case 'only-ports':
      return onlyPortsBlocked(answered, condition.ports) ? condition.severity : undefined;
    case 'high-business-impact': {
      const { plan } = context;
      const impact = plan.workspace.known ? plan.workspace.value.highBusinessImpact : plan.workspace;
      if (!impact.known) return condition.unknown;
      return impact.value ? condition.severity : undefined;
    }
    case 'registry-filled':
      return registrySeverity(condition, context);
    case 'only-beside-endpoints':
      return onlyTagFails(answered) ? condition.severity : undefined;
  }
}

/** Undefined while it wasn't read, and where it's closed: then its private endpoint counts. */
function registrySeverity(
  { severity, none }: Extract<SeverityCondition, { if: 'registry-filled' }>,
  { plan, facts = {} }: SeverityContext,
): Severity | undefined {
  const services = servicesOf({ plan, facts });
  if (!services?.registry.known || plan.serviceRegions?.['aml-registries']) return undefined;
  const { value: registry } = services.registry;
  if (registry === null) return none;
  return isFilled(registry, services.buildCompute) ? severity : undefined;
}

function isFilled(registry: DataService, builder: Known<BuildCompute | null>): boolean {
  const closed = isClosed(registry);
  return closed.known && !closed.value && builder.known && builder.value !== null;
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
  const isFine = ({ answer }: AnsweredFlow) => standingOf(answer.verdict) === 'fine';
  const endpoints = answered.filter(({ template }) => template.remote.is === 'private-endpoints');
  return endpoints.length > 0 && endpoints.every(isFine) && !answered.every(isFine);
}
