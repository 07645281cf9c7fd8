import { RE2JS } from 're2js';
import type { Span } from '../../core/model/span.ts';
import { err, ok } from '../../core/result.ts';
import type { CompilePattern } from '../../core/search/hits.ts';

/** A pattern that stands for more than this many states is refused. */
const LONGEST_PATTERN = 500;

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

function words(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return reason.replace(/^error parsing regexp:\s*/iu, '');
}

/**
 * Makes regular expressions ready with RE2's engine: its time grows with the text and never
 * explodes, whatever a person types. Back-references and look-around are not in its syntax.
 */
export const compilePattern: CompilePattern = ({ source, flags }) => {
  if (source.length > LONGEST_PATTERN) return err('This regular expression is too long.');
  let compiled: RE2JS;
  try {
    const bits = Object.entries(FLAGS).reduce(
      (sum, [flag, bit]) => (flags.includes(flag) ? sum | bit : sum),
      0,
    );
    compiled = RE2JS.compile(source, bits);
  } catch (cause) {
    return err(`This is no regular expression that can be searched for: ${words(cause)}.`);
  }
  return ok((text) => {
    if (!compiled.test(text)) return [];
    const found: Span[] = [];
    const matcher = compiled.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) found.push([matcher.start(), matcher.end()]);
    }
    return found;
  });
};
