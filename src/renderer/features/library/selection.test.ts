import { beforeEach, describe, expect, it } from 'vitest';
import { useProject } from '../../state/project.ts';
import { changeFilter, clearFilter } from './list-view.ts';
import {
  anchorAt,
  chosenRows,
  clearSelection,
  selectAll,
  selectTo,
  toggleSelected,
  useSelection,
} from './selection.ts';
import { aRow } from './testing/rows.ts';

function selected(): string {
  return [...useSelection.getState().ids].toSorted().join('');
}

function chosen(): string {
  return chosenRows()
    .map((row) => row.article.id)
    .join('');
}

beforeEach(() => {
  useProject.setState({ rows: ['a', 'b', 'c', 'd', 'e'].map((id) => aRow(id)), articleId: 'b' });
  clearSelection();
  clearFilter();
});

describe('a selection of articles', () => {
  it('begins with the article on the desk', () => {
    toggleSelected('d');
    expect(selected()).toBe('bd');
    toggleSelected('b');
    expect(selected()).toBe('d');
  });

  it('stretches from the anchor, forwards and backwards', () => {
    anchorAt('c');
    selectTo('e');
    expect(selected()).toBe('cde');
    selectTo('a');
    expect(selected()).toBe('abc');
  });

  it('stretches from the article on the desk where nothing was picked', () => {
    selectTo('d');
    expect(selected()).toBe('bcd');
  });

  it('of all is of those in sight, and what goes out of sight is not acted on', () => {
    changeFilter({ words: 'a' });
    selectAll();
    expect(selected()).toBe('a');
    clearFilter();
    selectAll();
    changeFilter({ words: 'd' });
    expect(chosen()).toBe('d');
  });

  it('is the article on the desk where there is none', () => {
    expect(chosen()).toBe('b');
  });
});
