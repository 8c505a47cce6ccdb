import type { Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { WorkspaceAccess, WorkspaceServices } from '../../core/services/services';
import { notApplicable, ofKnown, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';

/** Returns the services of the plan's workspace; undefined if they are another workspace's, or if nothing was read. */
export function servicesOf({
  facts,
  plan,
}: Pick<PlanContext, 'facts' | 'plan'>): WorkspaceServices | undefined {
  const found = facts.services;
  if (!found || !plan.workspace.known) return undefined;
  return sameId(found.workspaceId, plan.workspace.value.id) ? found : undefined;
}

/** Runs a check with the services that were read. Rows of a list, and a network alone, don't have services. */
export function withServices<C extends PlanContext>(
  check: (services: WorkspaceServices, context: C) => SettingResult,
): (context: C) => SettingResult {
  return (context) => {
    const services = servicesOf(context);
    return services ? check(services, context) : notApplicable('check.services.notRead');
  };
}

/** Runs a check with the workspace's network access, from its files if its services weren't read. */
export function withAccess<C extends PlanContext>(
  check: (access: WorkspaceAccess, context: C) => SettingResult,
): (context: C) => SettingResult {
  return (context) => {
    const { workspace } = context.plan;
    const access = servicesOf(context) ?? (workspace.known ? workspace.value.access : undefined);
    return access ? check(access, context) : notApplicable('check.services.notRead');
  };
}

/** Runs a check of a service. Without the service, or if it wasn't read, it returns the corresponding result. */
export function ofService<T, C extends PlanContext>(
  pick: (services: WorkspaceServices) => Known<T | null>,
  check: (service: T, context: C) => SettingResult,
  absent = 'check.services.none',
): (context: C) => SettingResult {
  return withServices((services, context: C) =>
    ofKnown(pick(services), (service) =>
      service === null ? notApplicable(absent) : check(service, context),
    ),
  );
}
