import { element, escapeText, XML_HEAD } from '../xml.ts';
import { casTypes } from './structures.ts';

/** The type system that XMI files cannot be read without (UIMA reference, "Type System Descriptor"). */
export function typeSystemXml(attributes: readonly string[]): string {
  const named = (name: string, value: string): string => element(name, {}, escapeText(value));
  const types = casTypes(attributes).map(({ name, supertype, features }) => {
    const described = Object.entries(features).map(([feature, range]) =>
      element(
        'featureDescription',
        {},
        `${named('name', feature)}<description/>${named('rangeTypeName', range)}`,
      ),
    );
    const inside = `${named('name', name)}<description/>${named('supertypeName', supertype)}`;
    return `${element('typeDescription', {}, `${inside}${element('features', {}, described.join('\n'))}`)}\n`;
  });
  const namespace = { xmlns: 'http://uima.apache.org/resourceSpecifier' };
  return `${XML_HEAD}${element(
    'typeSystemDescription',
    namespace,
    `<name>Verbale</name><types>\n${types.join('')}</types>`,
  )}\n`;
}
