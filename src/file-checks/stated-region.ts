import type { EvaluatedDeployment } from '../documents/evaluate/evaluate-deployment';
import { locationPart, partOf } from '../documents/model/parts';
import type { Expression } from '../documents/template/expression';
import type { ParameterFile } from '../documents/template/parameter-file';
import type { Template } from '../documents/template/template';

/** A template with the parameters that are given, and with a region where one was given and the files state none. */
export function evaluatedInRegion(
  template: Template,
  { given, region }: { readonly given: ParameterFile | null; readonly region: string | undefined },
  evaluate: (parameters: ParameterFile | null) => EvaluatedDeployment,
): EvaluatedDeployment {
  const evaluated = evaluate(given);
  if (region === undefined) return evaluated;
  const parameters = parametersInRegion(template, given, { region, resources: evaluated.resources });
  return parameters === given ? evaluated : evaluate(parameters);
}

/**
 * Values of parameters with the region that was given: it's that of each parameter without a value that a resource gives
 * for its location.
 */
function parametersInRegion(
  template: Template,
  given: ParameterFile | null,
  { region, resources }: Pick<EvaluatedDeployment, 'resources'> & { readonly region: string },
): ParameterFile | null {
  const locations = resources.flatMap(({ body }) => {
    const location = locationPart(partOf(body, 'location'));
    return location.known || location.symbol === undefined ? [] : [location.symbol];
  });
  const lacking = template.parameters.filter(
    ({ name, defaultValue }) => defaultValue === null && locations.includes(`‹${name}›`),
  );
  if (lacking.length === 0) return given;
  const assumed = lacking.map(({ name, place }): [string, Expression] => [
    name,
    { is: 'literal', value: region, place },
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
