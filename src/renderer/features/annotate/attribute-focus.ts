import { showDetailsPane, useView } from '../../state/view.ts';
import { deskText } from './desk-text.ts';

/** The field that is to get the focus once the details of its annotation are in the page. */
let wish: { readonly annotation: string; readonly attribute: string | undefined } | undefined;

function fieldOf(attribute: string | undefined): HTMLElement | null {
  const within = '[data-annotation-details]';
  const wanted = attribute === undefined ? '' : `="${CSS.escape(attribute)}"`;
  return document.querySelector<HTMLElement>(`${within} [data-attribute${wanted}]`);
}

/** Gives the focus to the field that was asked for, where it is one of this annotation. */
export function focusWished(annotation: string): void {
  if (wish?.annotation !== annotation) return;
  const field = fieldOf(wish.attribute);
  if (field === null) return;
  wish = undefined;
  const group = field.closest('details');
  if (group !== null) group.open = true;
  field.focus();
  field.scrollIntoView({ block: 'nearest' });
}

/**
 * Puts an attribute under the fingers: now where its annotation is in the details, or as soon as it is.
 * @param attribute attribute id; `undefined` for the first
 */
export function goToAttribute(annotation: string, attribute?: string): void {
  wish = { annotation, attribute };
  showDetailsPane(true);
  const shown = document.querySelector<HTMLElement>('[data-annotation-details]');
  if (shown?.dataset['annotationDetails'] === annotation) focusWished(annotation);
}

/** The same for an annotation that was just made; a pane that is hidden stays so. */
export function offerFirstAttribute(annotation: string): void {
  if (useView.getState().detailsPane) goToAttribute(annotation);
}

const CARET_KEYS = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/u;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Tab']);

/**
 * Gives the focus back to the text for a key that means nothing in a field: the desk's commands get
 * the key after that, and keys that move the caret move it at once.
 */
export function passToText(event: KeyboardEvent): void {
  const desk = deskText();
  const chord = (event.ctrlKey || event.metaKey) && !CARET_KEYS.test(event.key);
  if (desk === undefined || chord || MODIFIERS.has(event.key)) return;
  desk.focus();
  if (!CARET_KEYS.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: event.key,
      code: event.code,
      shiftKey: event.shiftKey,
      ctrlKey: event.ctrlKey,
      altKey: event.altKey,
      metaKey: event.metaKey,
      bubbles: true,
      cancelable: true,
    }),
  );
}
