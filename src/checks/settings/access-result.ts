import type { ServiceAccess } from '../service-access';
import { passed, failed, unknownResult, type SettingResult } from '../setting-result';

/** Converts access to a service to a result, if any kind of access is sufficient. */
export function accessAnswer(
  access: ServiceAccess,
  { name, subnet }: { readonly name: string; readonly subnet: string },
): SettingResult {
  switch (access.is) {
    case 'endpoints':
      return passed('check.services.endpoint', { name });
    case 'open':
      return passed('check.services.open', { name });
    case 'subnet':
      return passed('check.services.subnet', { name, subnet });
    case 'missing':
      return failed(`check.services.missing.${access.what}`, { name, subnet });
    case 'far':
      return failed(access.because.key, access.because.values);
    case 'closed':
      return failed('check.services.closed', { name });
    case 'perimeter':
      return failed('check.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return unknownResult(access.because);
  }
}
