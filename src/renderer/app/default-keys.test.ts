import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LABELS } from '../../core/model/codebook.ts';
import { allConflicts } from '../features/shortcuts/conflicts.ts';
import { allCommands, keysFor } from '../state/commands.ts';
import { normalKeys } from '../state/key-press.ts';
import { useProject } from '../state/project.ts';
import { useSettings } from '../state/settings.ts';
import { installCommands } from './install-commands.ts';

beforeEach(() => {
  installCommands();
  useSettings.setState({ keys: {} });
  useProject.setState({ labels: DEFAULT_LABELS });
});

function conflicts(): readonly string[] {
  return allConflicts(allCommands()).map(
    ({ keys, commands: [a, b] }) => `${keys}: ${a.id} and ${b.id}`,
  );
}

describe('the keys as they are shipped', () => {
  it('no two commands of one place have the same key', () => {
    expect(conflicts()).toEqual([]);
  });

  it('a key given twice would be found, in its own place only', () => {
    useSettings.setState({ keys: { 'article.next': ['Shift+y', 'J'], 'codebook.undo': ['j'] } });
    expect(conflicts()).toEqual(['j: annotation.next and article.next']);
  });

  it('labels keep the keys of the codebook, whatever the settings say', () => {
    useSettings.setState({ keys: { 'label.1': ['q'] } });
    const first = allCommands().find(({ id }) => id === 'label.1');
    expect(first === undefined ? [] : keysFor(first)).toEqual(['1']);
  });

  it('are written in one way', () => {
    const odd = allCommands().flatMap(({ id, keys }) =>
      keys.filter((one) => one !== normalKeys(one)).map((one) => `${id} ${one}`),
    );
    expect(odd).toEqual([]);
  });
});
