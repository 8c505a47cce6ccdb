import { failed } from '../errors';
import { number, object, text } from '../make-value';
import type { Value } from '../value';
import { numberAt, textAt } from './arguments';
import { broadcastOf, hostOf, maskOf, networkOf, parseCidr, subnetOf, type Cidr } from './cidr';
import { strict, type FunctionTable } from './function-table';
import { formatIp } from './ip-address';

function cidrAt(given: readonly Value[]): Cidr {
  const cidr = parseCidr(textAt(given, 0));
  if (cidr === undefined) throw failed('documents.evaluation.cidr', { prefix: textAt(given, 0) });
  return cidr;
}

function found(value: string | undefined, given: readonly Value[]): Value {
  if (value === undefined) throw failed('documents.evaluation.noSuchNetwork', { prefix: textAt(given, 0) });
  return text(value);
}

/** Of a network too small for hosts, its own address. */
function lastUsable(cidr: Cidr): string {
  const last = broadcastOf(cidr);
  if (cidr.width === 128) return formatIp(last);
  return formatIp(cidr.length < 31 ? { ...last, bits: last.bits - 1n } : networkOf(cidr));
}

function parsed(given: readonly Value[]): Value {
  const cidr = cidrAt(given);
  const [network, broadcast] = [formatIp(networkOf(cidr)), formatIp(broadcastOf(cidr))];
  const inside = cidr.width === 32 && cidr.length < 31;
  return object({
    network: text(network),
    netmask: text(formatIp(maskOf(cidr))),
    ...(cidr.width === 32 ? { broadcast: text(broadcast) } : {}),
    firstUsable: text(inside ? (hostOf(cidr, 0) ?? network) : network),
    lastUsable: text(lastUsable(cidr)),
    cidr: number(cidr.length),
  });
}

/** Functions of address ranges. */
export const cidrFunctions: FunctionTable = {
  cidrhost: strict([2], (given) => found(hostOf(cidrAt(given), numberAt(given, 1)), given)),
  cidrsubnet: strict([3], (given) =>
    found(subnetOf(cidrAt(given), numberAt(given, 1), numberAt(given, 2)), given),
  ),
  parsecidr: strict([1], parsed),
};
