import type { ServiceAccess } from '../service-access';
import { passed, failed, undecided, type SettingResult } from '../setting-result';

/** Converts access to a service to a result, if any kind of access is sufficient. */
export function accessAnswer(
  access: ServiceAccess,
  { name, subnet }: { readonly name: string; readonly subnet: string },
): SettingResult {
  switch (access.is) {
    case 'endpoints':
      return passed('judge.services.endpoint', { name });
    case 'open':
      return passed('judge.services.open', { name });
    case 'subnet':
      return passed('judge.services.subnet', { name, subnet });
    case 'missing':
      return failed(`judge.services.lacks.${access.what}`, { name, subnet });
    case 'far':
      return failed(access.because.key, access.because.values);
    case 'closed':
      return failed('judge.services.closed', { name });
    case 'perimeter':
      return failed('judge.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return undecided(access.because);
  }
}
