import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LABELS } from '../../core/model/codebook.ts';
import { type Command, registerCommands, type Where } from '../state/commands.ts';
import { useProject } from '../state/project.ts';
import { useSettings } from '../state/settings.ts';
import { useView } from '../state/view.ts';
import { entriesFor } from './palette-entries.ts';

function command(id: string, title: string, where: readonly Where[], can = true): Command {
  return { id, title, group: 'G', where, keys: ['q'], enabled: () => can, run: () => undefined };
}

beforeEach(() => {
  registerCommands([
    command('a', 'Export a dataset', ['articles']),
    command('b', 'Exchange', ['articles']),
    command('c', 'Export the draft', ['codebook']),
    command('d', 'Export nothing', ['articles'], false),
    command('e', 'Open a door', ['door']),
  ]);
  useSettings.setState({ keys: {}, recentCommands: [] });
  useView.setState({ place: 'articles' });
  useProject.setState({ project: {} as never, labels: [], rows: [] });
});

const found = (query: string): readonly string[] =>
  entriesFor(query).map(({ title, why }) => (why === undefined ? title : `${title} (${why})`));

describe('the palette', () => {
  it('shows what can be done now, and of the rest only what is looked for, with why not', () => {
    expect(found('')).toEqual(['Export a dataset', 'Exchange']);
    expect(found('export')).toEqual([
      'Export a dataset',
      'Export the draft (Only in Codebook)',
      'Export nothing (Not now)',
    ]);
    expect(found('door')).toEqual([]);
  });

  it('has what was used last at the top, but the better name before that', () => {
    vi.stubGlobal('window', { verbale: { call: () => Promise.resolve('{"ok":true,"value":{}}') } });
    useSettings.setState({ recentCommands: ['b'] });
    expect(found('')).toEqual(['Exchange', 'Export a dataset']);
    expect(found('ex')[0]).toBe('Exchange');
    expect(found('a dat')[0]).toBe('Export a dataset');
    entriesFor('')
      .find(({ id }) => id === 'a')
      ?.run();
    expect(useSettings.getState().recentCommands).toEqual(['a', 'b']);
    expect(found('')).toEqual(['Export a dataset', 'Exchange']);
  });

  it('has the labels without a key too', () => {
    const labels = DEFAULT_LABELS.map((label) => ({ ...label, shortcut: '' }));
    useProject.setState({ labels, article: {} as never });
    expect(found('claim')).toEqual(['Claim']);
  });

  it('shows the key in force', () => {
    useSettings.setState({ keys: { a: ['Shift+F4'] } });
    expect(entriesFor('dataset')[0]?.keys).toBe('Shift+F4');
  });
});
