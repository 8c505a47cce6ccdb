export const writers = {} as const;
