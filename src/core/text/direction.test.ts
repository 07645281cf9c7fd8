import { expect, it } from 'vitest';
import { directionOf, mainDirection } from './direction.ts';

it.each([
  ['Geneva talks', 'ltr'],
  ['جنيف – انتهى', 'rtl'],
  ['1. ג׳נבה', 'rtl'],
  ['“Lavrov” قال', 'ltr'],
  ['2022 – 19:05', 'ltr'],
  ['', 'ltr'],
] as const)('%j begins %s', (line, expected) => {
  expect(directionOf(line)).toBe(expected);
});

it.each([
  ['Home | World\nتسعون دقيقة في جنيف: لا اختراق، ووعد بردّ مكتوب', 'rtl'],
  ['جنيف\nThe ministers met on Friday and said little.', 'ltr'],
  ['', 'ltr'],
] as const)('%j runs %s as a whole', (text, expected) => {
  expect(mainDirection(text)).toBe(expected);
});
