import { expect, test, vi } from 'vitest';
import { createClient } from './client.ts';
import { contract, type Method } from './contract.ts';
import { hasForbiddenKey } from './forbidden-key.ts';
import { jsonDepth } from './json-depth.ts';
import { LIMITS } from './limits.ts';
import { createDispatcher, type Handlers } from './server.ts';

const DONE = { ok: true, value: {} } as const;

/** Handlers that note their calls and answer `{}`, which fits the methods used here. */
function handlers(replace: Partial<Handlers> = {}): { all: Handlers; calls: string[] } {
  const calls: string[] = [];
  const entries = Object.keys(contract).map((method) => [
    method,
    () => {
      calls.push(method);
      return Promise.resolve(DONE);
    },
  ]);
  return { all: { ...Object.fromEntries(entries), ...replace } as Handlers, calls };
}

/** A promise that rejects, with an error or, as bad code does, with something else. */
function rejectWith(cause: unknown): Promise<never> {
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors
  return Promise.reject(cause);
}

const nobody = (): never => {
  throw new Error('reported a bug');
};

test('a call goes through to its handler and back', async () => {
  const { all, calls } = handlers();
  const call = createClient(createDispatcher(all, nobody));
  expect(await call('project.close', {})).toEqual(DONE);
  expect(calls).toEqual(['project.close']);
});

const BAD: readonly (readonly [string, string, string])[] = [
  ['an unknown method', 'project.explode', '{}'],
  ['an inherited name', 'toString', '{}'],
  ['what is not JSON', 'project.close', '{'],
  ['a key too many', 'project.close', '{"extra":1}'],
  ['a wrong type', 'article.read', '{"articleId":7}'],
  ['a path as an id', 'article.read', '{"articleId":"../x"}'],
  ['a hostile key', 'settings.write', '{"__proto__":{"theme":"dark"}}'],
  [
    'a hostile key deep inside',
    'commit',
    '{"label":"l","drafts":[{"c":"project","k":"article","r":"a","p":{"x":{"__proto__":1}}}]}',
  ],
  ['deep nesting', 'commit', `{"label":"x","drafts":${'['.repeat(80)}${']'.repeat(80)}}`],
];

test.each(BAD)('%s is refused before any handler runs', async (_what, method, payload) => {
  const { all, calls } = handlers();
  const reply = JSON.parse(await createDispatcher(all, nobody)(method, payload)) as unknown;
  expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  expect(calls).toEqual([]);
});

test('a message beyond the limit is refused unread', async () => {
  const { all, calls } = handlers();
  const long = { length: LIMITS.messageLength + 1 } as unknown as string;
  const reply = JSON.parse(await createDispatcher(all, nobody)('project.close', long)) as unknown;
  expect(reply).toMatchObject({ ok: false, error: { message: 'The message is too large.' } });
  expect(calls).toEqual([]);
});

test('every method refuses an input that is not an object', async () => {
  const { all, calls } = handlers();
  const dispatch = createDispatcher(all, nobody);
  for (const method of Object.keys(contract) as Method[]) {
    for (const payload of ['null', '7', '"x"', '[]']) {
      const reply = JSON.parse(await dispatch(method, payload)) as { ok: boolean };
      expect(reply.ok, `${method} ${payload}`).toBe(false);
    }
  }
  expect(calls).toEqual([]);
});

test('an answer of the wrong shape is a bug: told to the page, reported to us', async () => {
  const wrong = { 'project.close': () => Promise.resolve({ ok: true, value: { secret: 1 } }) };
  const report = vi.fn<(method: string, cause: unknown) => void>();
  const dispatch = createDispatcher(handlers(wrong as never).all, report);
  const reply = JSON.parse(await dispatch('project.close', '{}')) as unknown;
  expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(report).toHaveBeenCalledOnce();
});

test.each([new Error('broken'), 'broken'])('a handler that throws is a bug too', async (cause) => {
  const thrower = { 'project.close': () => rejectWith(cause) };
  const report = vi.fn<(method: string, cause: unknown) => void>();
  const dispatch = createDispatcher(handlers(thrower).all, report);
  const reply = JSON.parse(await dispatch('project.close', '{}')) as unknown;
  expect(reply).toMatchObject({
    ok: false,
    error: { kind: 'internal', message: expect.stringContaining('broken') as string },
  });
  expect(report).toHaveBeenCalledWith('project.close', cause);
});

test('a refusal crosses with its kind, message and file', async () => {
  const error = { kind: 'disk-full', message: 'The disk is full.', file: 'log/x' } as const;
  const refusing = { 'project.close': () => Promise.resolve({ ok: false, error } as const) };
  const call = createClient(createDispatcher(handlers(refusing).all, nobody));
  expect(await call('project.close', {})).toEqual({ ok: false, error });
});

test.each([new Error('gone'), 'gone'])(
  'a transport that fails is a reply, not an exception',
  async (cause) => {
    const call = createClient(() => rejectWith(cause));
    const reply = await call('project.close', {});
    expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(reply.ok ? '' : reply.error.message).toContain('gone');
  },
);

test.each([
  ['1', 0],
  ['[]', 1],
  ['{"a":[{"b":"]]]{{{"}]}', 3],
  ['"\\"[[["', 0],
  ['[[],[[]]]', 3],
])('the depth of %s is %d', (text, depth) => {
  expect(jsonDepth(text)).toBe(depth);
});

test('an own key __proto__ is found anywhere, and only there', () => {
  expect(hasForbiddenKey(JSON.parse('{"a":[{"__proto__":1}]}'))).toBe(true);
  expect(hasForbiddenKey({ a: ['__proto__', { constructor: 1 }], b: null })).toBe(false);
});
