import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { StoredChoices } from '../../contract/wizard/stored-choices';

type Judged = StoredChoices['judged'];

/** Subnets that are remembered with what was asked of them; the ones checked longest ago are forgotten. */
const most = 50;

/** Requirements of `asked` that nobody knew when `subnetId` was checked last; none where it never was. */
export function newSince(judged: Judged, subnetId: ResourceId, asked: readonly string[]): readonly string[] {
  const before = judged.find(({ subnets }) => subnets.some((one) => sameId(one, subnetId)));
  return before ? asked.filter((id) => !before.requirements.includes(id)) : [];
}

/** With `subnetId` checked by what is asked now; the same object where that is remembered already. */
export function rememberResults(judged: Judged, subnetId: ResourceId, asked: readonly string[]): Judged {
  const isNow = (one: Judged[number]): boolean => one.requirements.join() === asked.join();
  if (judged.find(isNow)?.subnets.some((one) => sameId(one, subnetId))) return judged;
  const others = judged.map((one) => ({
    ...one,
    subnets: one.subnets.filter((other) => !sameId(other, subnetId)),
  }));
  const now = others.find(isNow)?.subnets ?? [];
  return [
    { requirements: [...asked], subnets: [...now, subnetId].slice(-most) },
    ...others.filter((one) => !isNow(one) && one.subnets.length > 0),
  ];
}
