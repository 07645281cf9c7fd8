/** What the window shows to paper; the shell prints it, tests answer with values. */
export interface Paper {
  /** Opens the system's dialog. Answers whether it was printed, or why it could not be. */
  readonly print: () => Promise<'printed' | 'cancelled' | { readonly reason: string }>;
  /** The same as a PDF, A4. Rejects where Chromium cannot make one. */
  readonly pdf: () => Promise<Uint8Array>;
}
