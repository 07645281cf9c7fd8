/** The boxes of words put together to one box for each line on screen, in their order. */
export function linesOfBoxes(boxes: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.top - box.top) > box.height / 2) {
      lines.push(DOMRect.fromRect(box));
      continue;
    }
    const right = Math.max(last.right, box.right);
    last.x = Math.min(last.left, box.left);
    last.width = right - last.x;
  }
  return lines;
}
