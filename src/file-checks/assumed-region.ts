import type { SaidPlan } from '../documents/subjects/plans-of';
import type { Expression } from '../documents/template/expression';
import type { ParameterFile } from '../documents/template/parameter-file';
import type { Template } from '../documents/template/template';

/**
 * The region of whatever says none: any region has the same service tags, so which one is taken decides no verdict as
 * long as group and network name the same.
 */
const anyRegion = 'westeurope';

/** The region that was said, else one that stands for all. */
export function assumedRegion({ region }: SaidPlan): string {
  return region ?? anyRegion;
}

/** Values of parameters, those without one that name a region among them. */
export function assumedParameters(
  template: Template,
  given: ParameterFile | null,
  said: SaidPlan,
): ParameterFile | null {
  const known = new Set([...(given?.values.keys() ?? [])].map((name) => name.toLowerCase()));
  const lacking = template.parameters.filter(
    ({ name, type, defaultValue }) =>
      defaultValue === null &&
      type.toLowerCase() === 'string' &&
      /^(.*_)?(location|region)$|Location$|Region$/i.test(name) &&
      !known.has(name.toLowerCase()),
  );
  if (lacking.length === 0) return given;
  const assumed = lacking.map(({ name, place }): [string, Expression] => [
    name,
    { is: 'literal', value: assumedRegion(said), place },
  ]);
  const file = given ?? noParameters(template.file);
  return { ...file, values: new Map([...file.values, ...assumed]) };
}

function noParameters(file: string): ParameterFile {
  return {
    file,
    using: null,
    extends: null,
    values: new Map(),
    variables: [],
    functions: [],
    imports: [],
    errors: [],
  };
}
