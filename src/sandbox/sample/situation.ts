/** One real situation of the sample: where, which published case or requirement it shows, and in words. */
export interface SampleSituation {
  readonly id: string;
  /** `case 6` of the project's collection of real failures, or a requirement id. */
  readonly shows: string;
  readonly situation: string;
}
