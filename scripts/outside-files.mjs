// Files that the repository doesn't contain. A command that needs them has an option for them. If the option is
// missing, the command states which files they are and where to get them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './places.mjs';

/**
 * @typedef {object} OutsideFiles
 * @property {string} option such as `--corpus FOLDER`
 * @property {string} variable the environment variable that does the same
 * @property {string} what they are, and which parts of them are optional
 * @property {string} from where anyone can get them
 */

/** @type {Record<'corpus' | 'specs' | 'sarifSchema' | 'terraformEvaluator', OutsideFiles>} */
export const outsideFiles = {
  corpus: {
    option: '--corpus FOLDER',
    variable: 'AML_SECURE_COMPUTE_CORPUS',
    what: `A folder with Bicep files and ARM templates that others wrote, at any depth. Where it contains COMPILES.tsv
(columns: file, compiles, warnings, errors, error_codes, snapshot), the results are compared with it.`,
    from: `Public repositories under the MIT license, for example github.com/Azure/azure-quickstart-templates,
github.com/Azure/bicep-registry-modules, github.com/Azure/azureml-examples, and github.com/microsoft/AzureTRE.`,
  },
  specs: {
    option: '--specs FOLDER',
    variable: 'AML_SECURE_COMPUTE_SPECS',
    what: `A folder with Microsoft's API descriptions: it contains 'specification/'. For these services: authorization,
common-types, compute, containerregistry, databricks, hdinsight, keyvault, machinelearningservices, msi, network,
privatedns, resourcegraph, resources, and storage.`,
    from: `github.com/Azure/azure-rest-api-specs, MIT license. A sparse checkout of those
services is enough. test/conformance/tolerated.json lists the known differences from the state of July 2024.`,
  },
  terraformEvaluator: {
    option: '--evaluator PROGRAM',
    variable: 'AML_SECURE_COMPUTE_TERRAFORM_EVALUATOR',
    what: `A program that evaluates a folder with HashiCorp's libraries: 'PROGRAM -all FOLDER' prints
{ADDRESS: {"type", "values"}} with {"$unknown": reason} or {"$error": text} for what isn't known.`,
    from: `A few hundred lines of Go on github.com/hashicorp/hcl and github.com/zclconf/go-cty, which Debian packages
as golang-github-hashicorp-hcl-v2-dev and golang-github-zclconf-go-cty-dev.`,
  },
  sarifSchema: {
    option: '--sarif-schema FILE',
    variable: 'AML_SECURE_COMPUTE_SARIF_SCHEMA',
    what: 'The JSON schema of SARIF 2.1.0.',
    from: `OASIS: sarif-2.1/schema/sarif-schema-2.1.0.json in github.com/oasis-tcs/sarif-spec.`,
  },
};

/**
 * Returns the path, or the problem with a given path, as text for the terminal.
 * @param {OutsideFiles} files
 * @param {string | undefined} given the option's value, otherwise the variable's
 * @returns {{ path: string } | { problem: string }}
 */
export function locateOutsideFiles({ option, variable, what, from }, given) {
  const path = given ? resolve(root, given) : undefined;
  if (path !== undefined && existsSync(path)) return { path };
  const [name = ''] = option.split(' ');
  const reason = path === undefined ? `${name} is missing.` : `${path} doesn't exist.`;
  return {
    problem: `${reason} This command needs files that aren't part of the repository.

${what}

Source: ${from}

Pass them with ${option}, or set ${variable}.`,
  };
}

/**
 * Returns the path of required files. The command exits with code 2 if they are missing.
 * @param {OutsideFiles} files
 * @param {string | undefined} option
 * @returns {string}
 */
export function requireOutsideFiles(files, option) {
  const found = locateOutsideFiles(files, option ?? process.env[files.variable]);
  if ('path' in found) return found.path;
  console.error(found.problem);
  process.exit(2);
}
