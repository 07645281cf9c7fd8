import { afterEach, beforeEach, expect, it } from 'vitest';
import { announce, useProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { goTo } from '../state/view.ts';
import { followContext } from './follow-context.ts';

let stop = (): void => undefined;

beforeEach(() => {
  goTo('articles');
  useProject.setState({ articleId: 'a', announcement: undefined });
  stop = followContext();
});
afterEach(() => stop());

function said(): string | undefined {
  return useProject.getState().announcement?.text;
}

it('what was said leaves with its place', () => {
  announce('Nothing was dropped.', 'problem');
  goTo('articles');
  expect(said()).toBe('Nothing was dropped.');
  goTo('import');
  expect(said()).toBeUndefined();
});

it('what is said on arrival stays', () => {
  goTo('import');
  announce('Not all of it came in.');
  expect(said()).toBe('Not all of it came in.');
});

it('what was said leaves with the project', () => {
  announce('It was repaired.', 'problem');
  useSession.setState({ phase: 'problem' });
  expect(said()).toBeUndefined();
});

it('what is about an article leaves with that one, other things do not', () => {
  announce('“Claim” was taken back.', 'problem');
  useProject.setState({ articleId: 'b' });
  expect(said()).toBe('“Claim” was taken back.');
  announce('The layer of this article was repaired.', 'problem', 'b');
  useProject.setState({ selected: 'x' });
  expect(said()).toBe('The layer of this article was repaired.');
  useProject.setState({ articleId: 'c' });
  expect(said()).toBeUndefined();
});
