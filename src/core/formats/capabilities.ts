/** What a format keeps. */
export interface Capabilities {
  readonly overlap: boolean;
  readonly discontinuous: boolean;
  readonly zeroWidth: boolean;
  readonly relations: boolean;
  readonly attributes: boolean;
  readonly analysts: boolean;
  readonly documentLabels: boolean;
}
