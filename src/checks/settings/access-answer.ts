import type { ServiceAccess } from '../service-access';
import { met, notMet, undecided, type SettingAnswer } from '../setting-answer';

/** What a way into a service means where any one will do. */
export function accessAnswer(
  access: ServiceAccess,
  { name, subnet }: { readonly name: string; readonly subnet: string },
): SettingAnswer {
  switch (access.is) {
    case 'endpoints':
      return met('judge.services.endpoint', { name });
    case 'open':
      return met('judge.services.open', { name });
    case 'subnet':
      return met('judge.services.subnet', { name, subnet });
    case 'lacks':
      return notMet(`judge.services.lacks.${access.what}`, { name, subnet });
    case 'far':
      return notMet(access.because.key, access.because.values);
    case 'closed':
      return notMet('judge.services.closed', { name });
    case 'perimeter':
      return notMet('judge.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return undecided(access.because);
  }
}
