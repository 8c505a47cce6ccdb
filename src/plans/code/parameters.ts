import type { Say } from '../say';
import { isList, type Limits, type Literal, type Parameter, type Template, type Value } from './template';

/** A parameter's name with its default and limits; its description is the text `write.parameter.{describedBy}`. */
export interface Candidate {
  readonly name: string;
  readonly value: Literal;
  readonly limits?: Limits;
  readonly describedBy?: string;
}

/** The parameters among `candidates` that `parts` refer to, in their order. */
export function usedParameters(
  candidates: readonly Candidate[],
  parts: Omit<Template, 'heading' | 'parameters' | 'outputs'>,
  say: Say,
): readonly Parameter[] {
  const used = new Set(referenced(parts));
  return candidates.filter((one) => used.has(one.name)).map((one) => toParameter(one, say));
}

function toParameter({ name, value, limits = {}, describedBy = name }: Candidate, say: Say): Parameter {
  return {
    name,
    type: typeof value === 'number' ? 'int' : typeof value === 'string' ? 'string' : 'array',
    description: say(`write.parameter.${describedBy}`),
    value,
    limits: keptBy(value, limits),
  };
}

/** The limits that the default itself keeps: a template that refuses its own default does not compile. */
function keptBy(value: Literal, limits: Limits): Limits {
  const { minLength, maxLength, minValue, allowed } = limits;
  return {
    ...(minLength !== undefined && sizeOf(value) >= minLength ? { minLength } : {}),
    ...(maxLength !== undefined && sizeOf(value) <= maxLength ? { maxLength } : {}),
    ...(minValue !== undefined && Number(value) >= minValue ? { minValue } : {}),
    ...(allowed?.includes(String(value)) === true ? { allowed } : {}),
  };
}

function sizeOf(value: Literal): number {
  return typeof value === 'number' ? value : value.length;
}

function* referenced(parts: Omit<Template, 'heading' | 'parameters' | 'outputs'>): Iterable<string> {
  const scopes = [...parts.existing, ...parts.modules].map((one) => one.scope);
  for (const scope of scopes) {
    if (scope) yield* inValue([scope.group, ...(scope.subscription === null ? [] : [scope.subscription])]);
  }
  for (const { name } of parts.existing) yield* inValue(name);
  for (const { name, location, properties } of parts.resources) {
    yield* inValue([name, properties, ...(location === null ? [] : [location])]);
  }
  for (const { deploymentName, template } of parts.modules) {
    yield* inValue(deploymentName);
    yield* template.parameters.map((one) => one.name);
  }
}

function* inValue(value: Value | readonly Value[]): Iterable<string> {
  if (typeof value !== 'object') return;
  if (isList(value)) {
    for (const one of value) yield* inValue(one);
    return;
  }
  switch (value.is) {
    case 'parameter':
      yield value.name;
      return;
    case 'format':
      for (const part of value.parts) if (typeof part !== 'string') yield part.name;
      return;
    case 'object':
      yield* inValue(Object.values(value.fields));
      return;
    case 'id':
      return;
  }
}
