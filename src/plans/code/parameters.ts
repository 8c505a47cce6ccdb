import type { PlanSay } from '../say';
import {
  isList,
  type ParameterLimits,
  type LiteralValue,
  type TemplateParameter,
  type DeploymentTemplate,
  type TemplateValue,
} from './template';

/** A parameter's name with its default and limits. Its description has the key `write.parameter.{describedBy}`. */
export interface Candidate {
  readonly name: string;
  readonly value: LiteralValue;
  readonly limits?: ParameterLimits;
  readonly describedBy?: string;
  readonly secure?: boolean;
  /** Environment variable that contains the value, which is in no file. */
  readonly environment?: string;
}

/** Returns the parameters among `candidates` that `parts` refer to, in their order. */
export function usedParameters(
  candidates: readonly Candidate[],
  parts: Omit<DeploymentTemplate, 'heading' | 'parameters' | 'outputs'>,
  say: PlanSay,
): readonly TemplateParameter[] {
  const used = new Set(referenced(parts));
  return candidates.filter((one) => used.has(one.name)).map((one) => toParameter(one, say));
}

function toParameter(candidate: Candidate, say: PlanSay): TemplateParameter {
  const { name, value, limits = {}, describedBy = name, secure = false, environment = null } = candidate;
  return {
    name,
    type: typeOf(value),
    description: say(`write.parameter.${describedBy}`),
    value,
    limits: keptBy(value, limits),
    secure,
    environment,
  };
}

function typeOf(value: LiteralValue): TemplateParameter['type'] {
  if (typeof value === 'number') return 'int';
  if (typeof value === 'string') return 'string';
  return isList(value) ? 'array' : 'object';
}

/** Returns the limits that the default satisfies. A template whose default violates its own limits doesn't compile. */
function keptBy(value: LiteralValue, limits: ParameterLimits): ParameterLimits {
  return { ...keptLengths(sizeOf(value), limits), ...keptValues(value, limits) };
}

function keptLengths(size: number, { minLength, maxLength }: ParameterLimits): ParameterLimits {
  return {
    ...(minLength !== undefined && size >= minLength ? { minLength } : {}),
    ...(maxLength !== undefined && size <= maxLength ? { maxLength } : {}),
  };
}

function keptValues(value: LiteralValue, { minValue, maxValue, allowed }: ParameterLimits): ParameterLimits {
  return {
    ...(minValue !== undefined && Number(value) >= minValue ? { minValue } : {}),
    ...(maxValue !== undefined && Number(value) <= maxValue ? { maxValue } : {}),
    ...(allowed?.includes(String(value)) === true ? { allowed } : {}),
  };
}

function sizeOf(value: LiteralValue): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' || isList(value) ? value.length : Object.keys(value.fields).length;
}

function* referenced(
  parts: Omit<DeploymentTemplate, 'heading' | 'parameters' | 'outputs'>,
): Iterable<string> {
  const scopes = [...parts.existing, ...parts.modules].map((one) => one.scope);
  for (const scope of scopes) {
    if (scope) yield* inValue([scope.group, ...(scope.subscription === null ? [] : [scope.subscription])]);
  }
  for (const { name } of parts.existing) yield* inValue(name);
  for (const { name, location, tags, identity, properties } of parts.resources) {
    yield* inValue([name, properties, ...[location, tags, identity].filter((one) => one !== null)]);
  }
  for (const { deploymentName, template } of parts.modules) {
    yield* inValue(deploymentName);
    yield* template.parameters.map((one) => one.name);
  }
}

function* inValue(value: TemplateValue | readonly TemplateValue[]): Iterable<string> {
  if (typeof value !== 'object') return;
  if (isList(value)) {
    for (const one of value) yield* inValue(one);
  } else if (value.is === 'parameter') {
    yield value.name;
  } else {
    yield* inValue(insideOf(value));
  }
}

function insideOf(
  value: Exclude<Extract<TemplateValue, { is: string }>, { is: 'parameter' }>,
): readonly TemplateValue[] {
  switch (value.is) {
    case 'format':
      return value.parts;
    case 'object':
      return Object.values(value.fields);
    case 'keyed':
      return [value.key, value.value];
    case 'id':
      return [];
  }
}
