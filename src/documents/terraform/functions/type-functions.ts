import { evaluationError } from '../../evaluate/errors';
import { nullValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { anyType, converted, type TerraformType } from '../types';
import { ofAny, type TerraformFunctions } from './terraform-function';

function conversion(type: TerraformType): TerraformFunctions[string] {
  return ofAny([1], ([value = nullValue()]) => converted(value, type));
}

const same = ofAny([1], ([value]): Value => {
  if (value === undefined) throw evaluationError('documents.evaluation.argument', { n: 1 });
  return value;
});

/** Functions that convert between types. */
export const terraformTypes: TerraformFunctions = {
  ephemeralasnull: same,
  nonsensitive: same,
  sensitive: same,
  tobool: conversion({ is: 'flag' }),
  tolist: conversion({ is: 'list', of: anyType }),
  tomap: conversion({ is: 'map', of: anyType }),
  tonumber: conversion({ is: 'number' }),
  toset: conversion({ is: 'set', of: anyType }),
  tostring: conversion({ is: 'text' }),
};
