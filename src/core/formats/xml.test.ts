import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenText, nastyText } from '../testing/nasty-text.ts';
import {
  childElements,
  element,
  elementsIn,
  escapeText,
  readXml,
  restoreXmlText,
  textIn,
  XML_HEAD,
  xmlText,
} from './xml.ts';

function refusal(content: string): string {
  const read = readXml(content);
  return read.ok ? 'read' : `${read.error.line}:${read.error.column} ${read.error.message}`;
}

describe('XML that is read', () => {
  it('gives a tree with places, namespaces and joined text', () => {
    const read = readXml(
      '\ufeff<?xml version="1.0"?>\n<a xmlns:p="urn:p" x="1">\n <p:b y="&#10;">one<!-- - --> &amp; <![CDATA[<2>]]></p:b><b/></a>',
    );
    if (!read.ok) throw new Error(read.error.message);
    const [first, second] = childElements(read.value);
    expect(read.value.attributes.get('x')).toBe('1');
    expect([first?.name, first?.local, first?.uri, first?.line]).toEqual(['p:b', 'b', 'urn:p', 3]);
    expect(first?.attributes.get('y')).toBe('\n');
    expect(first?.children).toEqual(['one & <2>']);
    expect(second?.column).toBeGreaterThan(first?.column ?? 0);
    expect([...elementsIn(read.value)].map(({ local }) => local)).toEqual(['a', 'b', 'b']);
    expect(textIn(read.value)).toBe('\n one & <2>');
  });

  it.each([
    ['', '1:1 this is not XML'],
    ['plain', 'this is not XML'],
    ['<a>\n<b></a>', '2:'],
    ['<a>&nope;</a>', '1:'],
    ['<a>\u0001</a>', '1:'],
    ['<p:a/>', '1:'],
    ['<a', '1:'],
    ['<a/><b/>', '1:'],
    [`${'<a>'.repeat(201)}${'</a>'.repeat(201)}`, '1:603 it is nested deeper than 200'],
  ])('is refused with its place: %j', (content, said) => {
    expect(refusal(content)).toContain(said);
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x "boo">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!DOCTYPE a PUBLIC "-//X" "http://example.org/a.dtd"><a/>',
  ])('has no entities of its own: %j', (content) => {
    expect(refusal(content)).toContain('its DOCTYPE declares');
    expect(refusal('<!DOCTYPE a><a/>')).toBe('read');
  });
});

describe('XML that is written', () => {
  it('escapes by the place and keeps line ends', () => {
    expect(element('a', { x: '<"&\n', y: undefined, z: 1 }, escapeText('\r\n]]> &'))).toBe(
      '<a x="&lt;&quot;&amp;&#10;" z="1">&#13;\n]]&gt; &amp;</a>',
    );
    expect(element('a')).toBe('<a/>');
  });

  it('says what it replaced, so that it can be put back', () => {
    expect(xmlText('x\u0001y\uffff\ud83d')).toEqual({
      text: 'x\ufffdy\ufffd\ufffd',
      replaced: '1:1 3:ffff 4:d83d',
      count: 3,
    });
    expect(restoreXmlText('a\ufffdb', '0:1 1:7 99:1 x')).toBe('a\u0007b');
    fc.assert(
      fc.property(brokenText, (text) => {
        const legal = xmlText(text);
        expect(legal.text).toHaveLength(text.length);
        expect(restoreXmlText(legal.text, legal.replaced)).toBe(text);
      }),
    );
  });

  it('is read back as it was, in text and in attributes', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const legal = xmlText(text).text;
        const read = readXml(`${XML_HEAD}${element('a', { x: text }, escapeText(text))}`);
        expect(read.ok && [read.value.attributes.get('x'), textIn(read.value)]).toEqual([
          legal,
          legal,
        ]);
      }),
    );
  });
});
