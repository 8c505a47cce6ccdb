import type { Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { WorkspaceAccess, WorkspaceServices } from '../../core/services/services';
import { notApplicable, ofKnown, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';

/** What was read of the plan's workspace; undefined where it is another's, or nothing was read. */
export function servicesOf({
  facts,
  plan,
}: Pick<PlanContext, 'facts' | 'plan'>): WorkspaceServices | undefined {
  const found = facts.services;
  if (!found || !plan.workspace.known) return undefined;
  return sameId(found.workspaceId, plan.workspace.value.id) ? found : undefined;
}

/** Checks with what was read; a list's rows and a network alone know nothing of the services. */
export function withServices<C extends PlanContext>(
  check: (services: WorkspaceServices, context: C) => SettingResult,
): (context: C) => SettingResult {
  return (context) => {
    const services = servicesOf(context);
    return services ? check(services, context) : notApplicable('judge.services.notRead');
  };
}

/** Checks from where the workspace is reached: as its files have it where nothing of its services was read. */
export function withAccess<C extends PlanContext>(
  check: (access: WorkspaceAccess, context: C) => SettingResult,
): (context: C) => SettingResult {
  return (context) => {
    const { workspace } = context.plan;
    const access = servicesOf(context) ?? (workspace.known ? workspace.value.access : undefined);
    return access ? check(access, context) : notApplicable('judge.services.notRead');
  };
}

/** Checks one service; what was not read, or is not there, answers for itself. */
export function ofService<T, C extends PlanContext>(
  pick: (services: WorkspaceServices) => Known<T | null>,
  check: (service: T, context: C) => SettingResult,
  absent = 'judge.services.none',
): (context: C) => SettingResult {
  return withServices((services, context: C) =>
    ofKnown(pick(services), (service) =>
      service === null ? notApplicable(absent) : check(service, context),
    ),
  );
}
