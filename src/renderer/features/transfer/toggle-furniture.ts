import type { Furniture } from '../../../core/model/article.ts';
import { editFurniture, editOf, useImport } from '../../state/import-batch.ts';
import { blockAt, type PreviewLine, withFurniture, withoutFurniture } from './lines.ts';

/** Furniture of the file in sight: as found, or as a person has said since. */
export function currentFurniture(): readonly Furniture[] {
  const state = useImport.getState();
  const { preview } = state;
  if (preview === undefined) return [];
  return editOf(state, preview.editKey).furniture ?? preview.furniture;
}

/** The block that was found here at first, so that taking it back is one press as well. */
function foundBlock(line: PreviewLine): Furniture | undefined {
  return useImport
    .getState()
    .preview?.furniture.find(
      (one) => one.start <= line.start && one.end >= line.end && line.end > line.start,
    );
}

/** Keeps a block of furniture as text, or says that a line of text is furniture. */
export function toggleLine(lines: readonly PreviewLine[], index: number): void {
  const { preview } = useImport.getState();
  const line = lines[index];
  if (preview === undefined || line === undefined) return;
  const furniture = currentFurniture();
  if (line.kind !== undefined) {
    const [from, to] = blockAt(lines, index);
    const start = lines[from]?.start ?? line.start;
    const end = lines[to]?.end ?? line.end;
    editFurniture(preview.editKey, withoutFurniture(furniture, start, end));
    return;
  }
  const found = foundBlock(line);
  const next =
    found === undefined
      ? withFurniture(furniture, line.start, line.end)
      : [...withoutFurniture(furniture, found.start, found.end), found].toSorted(
          (a, b) => a.start - b.start,
        );
  editFurniture(preview.editKey, next);
}
