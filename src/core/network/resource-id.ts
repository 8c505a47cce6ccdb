/** An ARM resource ID, as Azure spells it; compare with `sameId`. */
export type ResourceId = string;
