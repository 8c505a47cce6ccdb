import { arrayFunctions } from './arrays';
import { cidrFunctions } from './cidr-functions';
import { dateFunctions } from './dates';
import { deploymentFunctions } from './deployment-functions';
import { encodingFunctions } from './encodings';
import { fileFunctions } from './files';
import type { FunctionTable } from './function-table';
import { lambdaFunctions } from './lambdas';
import { logicFunctions } from './logic';
import { numberFunctions } from './numbers';
import { objectFunctions } from './objects';
import { resourceFunctions } from './resource-functions';
import { templateFunctions } from './template-functions';
import { textFunctions } from './text-functions';

/** All functions of Bicep and ARM templates, by name in lowercase. */
export const functions: FunctionTable = {
  ...arrayFunctions,
  ...cidrFunctions,
  ...dateFunctions,
  ...deploymentFunctions,
  ...encodingFunctions,
  ...fileFunctions,
  ...lambdaFunctions,
  ...logicFunctions,
  ...numberFunctions,
  ...objectFunctions,
  ...resourceFunctions,
  ...templateFunctions,
  ...textFunctions,
};
