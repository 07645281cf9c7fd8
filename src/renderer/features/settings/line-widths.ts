/** The smallest and the greatest line width, in widths of the digit 0; as the border allows. */
export const WIDTHS = [45, 95] as const;

/** From one line width to the next. */
export const STEP = 5;
