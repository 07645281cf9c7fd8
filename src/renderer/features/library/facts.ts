import type { Json, JsonObject } from '../../../core/model/json.ts';
import { charsetName, kindName } from '../../ui/source-names.ts';
import { t } from '../../words/words.ts';

/** A line of the import record. */
export interface SourceFact {
  readonly name: string;
  readonly value: string;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A charset and, where it was guessed, how surely. */
function charset(value: Json | undefined): string {
  if (!isObject(value)) return charsetName(text(value));
  const name = text(value['name']);
  const sure = value['confidence'];
  if (name === '' || typeof sure !== 'number' || sure >= 0.99) return charsetName(name);
  return t('library.sure', { charset: charsetName(name), share: Math.round(sure * 100) });
}

/** What the import record says, in words. */
export function sourceFacts(source: JsonObject): {
  readonly facts: readonly SourceFact[];
  readonly warnings: readonly string[];
} {
  const facts = [
    { name: t('library.file'), value: text(source['file']) },
    { name: t('library.kind'), value: kindName(text(source['kind'])) },
    { name: t('library.charset'), value: charset(source['charset']) },
  ].filter((fact) => fact.value !== '');
  const said = (list: Json | undefined): readonly string[] =>
    isList(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  return {
    facts,
    warnings: [...new Set([...said(source['warnings']), ...said(source['notes'])])],
  };
}
