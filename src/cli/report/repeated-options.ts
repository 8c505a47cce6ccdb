import type { GivenOptions } from '../options';

/**
 * Returns the options that decide which results a run has, as words of a command line: another command with them has the
 * same results. Values of variables can be secrets, so they aren't repeated.
 */
export function repeatedOptions(given: GivenOptions): readonly string[] {
  const { terraform, publicIp, serviceRegions } = given;
  return [
    ...given.subnets.flatMap((one) => ['--subnet', one]),
    ...flag('--all-subnets', given.allSubnets),
    ...valued('--compute', given.compute),
    ...valued('--public-ip', publicIp === undefined ? undefined : publicIp ? 'yes' : 'no'),
    ...valued('--workspace', given.workspace),
    ...valued('--region', given.region),
    ...valued('--service-regions', serviceRegions && regionsText(serviceRegions)),
    ...valued('--cloud', given.cloud),
    ...valued('--profile', given.profile),
    ...valued('--params', given.params),
    ...flag('--no-params', given.noParams),
    ...valued('--root', given.root),
    ...(terraform?.files ?? []).flatMap((one) => ['--var-file', one]),
    ...[...(terraform?.values.keys() ?? [])].flatMap((name) => ['--var', `${name}=…`]),
    ...valued('--service-tags', given.serviceTags),
    ...valued('--effective-routes', given.effectiveRoutes),
    ...valued('--admin-rules', given.adminRules),
  ];
}

/** Returns the options that decide which files of a folder are read. */
export function fileOptionsOf({ exclude, noGitignore }: GivenOptions): readonly string[] {
  return [...exclude.flatMap((one) => ['--exclude', one]), ...flag('--no-gitignore', noGitignore)];
}

function flag(name: string, isSet: boolean): readonly string[] {
  return isSet ? [name] : [];
}

function valued(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

function regionsText(regions: NonNullable<GivenOptions['serviceRegions']>): string {
  return Object.entries(regions)
    .flatMap(([service, all]) => all.map((one) => `${service}=${one}`))
    .join(',');
}
