import { existsSync, readFileSync } from 'node:fs';
import type { Span } from '../model/span.ts';

/** One span of a case; its offsets in four units, as other people's tools measured them. */
export interface NastySpan {
  readonly label: string;
  readonly quote: string;
  readonly utf16: Span;
  readonly codePoint: Span;
  readonly utf8?: Span;
  readonly grapheme?: Span;
}

/** One text that is known to break annotation tools. */
export interface NastyCase {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly NastySpan[];
  readonly lengths?: {
    readonly codePoints: number;
    readonly utf16: number;
    readonly utf8: number;
    readonly graphemes: number;
  };
}

interface StoredCase extends Omit<NastyCase, 'text'> {
  readonly text?: string;
  readonly jsonSource?: string;
}

const FILE = new URL('../../../../shared/vectors/nasty-roundtrip-cases.json', import.meta.url);

/** The shared vectors beside the checkout, or none where they are not there: tests then skip. */
export function nastyCases(): readonly NastyCase[] {
  if (!existsSync(FILE)) return [];
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as readonly StoredCase[];
  return stored.map(({ jsonSource, ...one }) => {
    if (jsonSource === undefined) return { ...one, text: one.text ?? '' };
    return { ...one, text: (JSON.parse(jsonSource) as { text: string }).text };
  });
}
