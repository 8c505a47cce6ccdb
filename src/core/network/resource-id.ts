/** An ARM resource id, kept as Azure spells it; compare with `sameId`. */
export type ResourceId = string;
