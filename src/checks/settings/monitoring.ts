import { known, type Known } from '../../core/known';
import type { Monitoring, PrivateLinkScope } from '../../core/services/services';
import { withSeverity, passed, failed, notApplicable, ofKnown, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';
import { ofService } from './services-of';

/** Checks requirement `monitor-ampls-open-mode` if Application Insights is in a private link scope. */
export function checkMonitoring(context: PlanContext): SettingResult {
  const answer = checkOwn(context);
  // Few workspaces have a scope, and many accounts can't read it, so an unknown has only severity info.
  return answer.outcome.is === 'unknown' ? withSeverity('info', answer) : answer;
}

const checkOwn = ofService<Monitoring, PlanContext>(
  ({ monitoring }) => monitoring,
  (monitoring) =>
    ofKnown(monitoring.scopes, (scopes) =>
      scopes.length === 0 ? notApplicable('check.monitoring.noScope') : checkScopes(monitoring, scopes),
    ),
);

function checkScopes(
  { name, isWorkspaceBased }: Monitoring,
  scopes: readonly PrivateLinkScope[],
): SettingResult {
  return ofKnown(closedScope(scopes), (closed) => {
    if (closed !== null) return failed('check.monitoring.private', { name, scope: closed });
    return ofKnown(isWorkspaceBased, (isBased) =>
      isBased ? passed('check.monitoring.open', { name }) : failed('check.monitoring.classic', { name }),
    );
  });
}

/** Returns the name of a scope that accepts or shows only data over private link; null if all are open. */
function closedScope(scopes: readonly PrivateLinkScope[]): Known<string | null> {
  const modes = scopes.flatMap(({ name, ingestion, query }) =>
    [ingestion, query].map((mode) => ({ name, mode })),
  );
  const closed = modes.find(({ mode }) => mode.known && mode.value.toLowerCase() !== 'open');
  if (closed) return known(closed.name);
  return modes.map(({ mode }) => mode).find((mode) => !mode.known) ?? known(null);
}
