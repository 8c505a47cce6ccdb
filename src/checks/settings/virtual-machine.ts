import { reason } from '../../core/reason';
import { at, met, notMet, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';
import { notChosen, targetOf } from './attached';

/** Ubuntu by its own name, or the Data Science Virtual Machine, which is made of it. */
const ubuntu = /ubuntu|dsvm/i;

/** Requirement `vm-ubuntu-only`. */
export function judgeMachineSystem({ plan }: PlanContext): SettingAnswer {
  const machine = targetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { os, image } = machine;
  if (!os.known) return undecided(os.because);
  if (os.value === 'Windows') return notMet('judge.machine.windows');
  if (!image.known) return undecided(image.because);
  // What is on a disk of one's own, only its owner knows.
  if (image.value === null) return at('warning', undecided(reason('judge.machine.ownDisk')));
  return ubuntu.test(image.value)
    ? met('judge.machine.ubuntu', { image: image.value })
    : notMet('judge.machine.otherSystem', { image: image.value });
}

/** Requirement `vm-public-ip-required`. */
export function judgeMachineAddress({ plan }: PlanContext): SettingAnswer {
  const machine = targetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { name, publicAddress } = machine;
  if (!publicAddress.known) return undecided(publicAddress.because);
  return publicAddress.value === null
    ? notMet('judge.machine.noAddress', { name })
    : met('judge.machine.address', { address: publicAddress.value });
}
