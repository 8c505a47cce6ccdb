import * as v from 'valibot';
import { attachedKinds, computeActions, computeKinds, planKinds } from '../../core/compute-kinds';

export const computeActionSchema = v.picklist(computeActions);
export const computeKindSchema = v.picklist(computeKinds);
export const attachedKindSchema = v.picklist(attachedKinds);
export const planKindSchema = v.picklist(planKinds);
