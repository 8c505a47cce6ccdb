import type { ReasonValues } from '../core/reason';

/** Words a message key in the person's language; handed in, because pure layers hold no sentences. */
export type PlanSay = (key: string, values?: ReasonValues) => string;
