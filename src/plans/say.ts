import type { ReasonValues } from '../core/reason';

/** Formats a message key in the user's language. It's passed in, because pure layers don't contain texts. */
export type PlanSay = (key: string, values?: ReasonValues) => string;
