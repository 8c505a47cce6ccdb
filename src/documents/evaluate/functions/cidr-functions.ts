import { evaluationError } from '../errors';
import { numberValue, objectValue, textValue } from '../make-value';
import type { Value } from '../value';
import { numberArgument, textArgument } from './arguments';
import { broadcastOf, cidrHost, maskOf, networkOf, parseCidr, subnetOf, type Cidr } from './cidr';
import { strict, type FunctionTable } from './function-table';
import { formatIp } from './ip-address';

function cidrAt(given: readonly Value[]): Cidr {
  const cidr = parseCidr(textArgument(given, 0));
  if (cidr === undefined) {
    throw evaluationError('documents.evaluation.cidr', { prefix: textArgument(given, 0) });
  }
  return cidr;
}

function found(value: string | undefined, given: readonly Value[]): Value {
  if (value === undefined) {
    throw evaluationError('documents.evaluation.noSuchNetwork', { prefix: textArgument(given, 0) });
  }
  return textValue(value);
}

/** Returns the last usable address, or the network's own address if it is too small for hosts. */
function lastUsable(cidr: Cidr): string {
  const last = broadcastOf(cidr);
  if (cidr.width === 128) return formatIp(last);
  return formatIp(cidr.length < 31 ? { ...last, bits: last.bits - 1n } : networkOf(cidr));
}

function parsed(given: readonly Value[]): Value {
  const cidr = cidrAt(given);
  const [network, broadcast] = [formatIp(networkOf(cidr)), formatIp(broadcastOf(cidr))];
  const inside = cidr.width === 32 && cidr.length < 31;
  return objectValue({
    network: textValue(network),
    netmask: textValue(formatIp(maskOf(cidr))),
    ...(cidr.width === 32 ? { broadcast: textValue(broadcast) } : {}),
    firstUsable: textValue(inside ? (cidrHost(cidr, 0) ?? network) : network),
    lastUsable: textValue(lastUsable(cidr)),
    cidr: numberValue(cidr.length),
  });
}

/** Functions of address ranges. */
export const cidrFunctions: FunctionTable = {
  cidrhost: strict([2], (given) => found(cidrHost(cidrAt(given), numberArgument(given, 1)), given)),
  cidrsubnet: strict([3], (given) =>
    found(subnetOf(cidrAt(given), numberArgument(given, 1), numberArgument(given, 2)), given),
  ),
  parsecidr: strict([1], parsed),
};
