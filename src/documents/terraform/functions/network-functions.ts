import { evaluationError } from '../../evaluate/errors';
import { maskOf, networkOf, parseCidr, subnetOf, type Cidr } from '../../evaluate/functions/cidr';
import { formatIp } from '../../evaluate/functions/ip-address';
import { flagValue, textValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { listOf } from '../collections';
import { many, numberGiven, ofArguments, textGiven, type TerraformFunctions } from './terraform-function';

function prefixGiven(given: readonly Value[]): Cidr {
  const prefix = textGiven(given, 0);
  const cidr = prefix.includes('/') ? parseCidr(prefix) : undefined;
  if (cidr === undefined) throw evaluationError('documents.evaluation.cidr', { prefix });
  return cidr;
}

function noSuchNetwork(given: readonly Value[]): never {
  throw evaluationError('documents.evaluation.noSuchNetwork', { prefix: textGiven(given, 0) });
}

function subnet(given: readonly Value[]): Value {
  const cidr = prefixGiven(given);
  const found = subnetOf(cidr, cidr.length + numberGiven(given, 1), numberGiven(given, 2));
  return textValue(found ?? noSuchNetwork(given));
}

/** Evaluates `cidrsubnets`: consecutive networks, each aligned to its own size. */
function subnets(given: readonly Value[]): Value {
  const cidr = prefixGiven(given);
  const { width } = cidr;
  const end = networkOf(cidr).bits + (1n << BigInt(width - cidr.length));
  let next = networkOf(cidr).bits;
  const found = given.slice(1).map((_, index) => {
    const length = cidr.length + numberGiven(given, index + 1);
    if (length < cidr.length || length > width) return noSuchNetwork(given);
    const size = 1n << BigInt(width - length);
    const start = ((next + size - 1n) / size) * size;
    next = start + size;
    if (next > end) return noSuchNetwork(given);
    return textValue(`${formatIp({ bits: start, width })}/${length}`);
  });
  return listOf(found);
}

/**
 * Returns the address number `index` of a network, where 0 is the network's own address. A negative index counts from
 * its end.
 */
function host(given: readonly Value[]): Value {
  const cidr = prefixGiven(given);
  const size = 1n << BigInt(cidr.width - cidr.length);
  const index = BigInt(Math.trunc(numberGiven(given, 1)));
  const offset = index < 0n ? size + index : index;
  if (offset < 0n || offset >= size) noSuchNetwork(given);
  return textValue(formatIp({ bits: networkOf(cidr).bits + offset, width: cidr.width }));
}

function contains(given: readonly Value[]): Value {
  const outer = prefixGiven(given);
  const inner = parseCidr(textGiven(given, 1));
  if (inner === undefined) {
    throw evaluationError('documents.evaluation.cidr', { prefix: textGiven(given, 1) });
  }
  const isInside =
    inner.width === outer.width &&
    inner.length >= outer.length &&
    networkOf({ ...inner, length: outer.length }).bits === networkOf(outer).bits;
  return flagValue(isInside);
}

/** Functions of address ranges. */
export const terraformNetworks: TerraformFunctions = {
  cidrcontains: ofArguments([2], contains),
  cidrhost: ofArguments([2], host),
  cidrnetmask: ofArguments([1], (given) => textValue(formatIp(maskOf(prefixGiven(given))))),
  cidrsubnet: ofArguments([3], subnet),
  cidrsubnets: ofArguments([1, many], subnets),
};
