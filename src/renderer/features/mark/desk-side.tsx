import { AnnotationDetails } from './annotation-details.tsx';
import { AnnotationsList } from './annotations-list.tsx';

/** The annotations of the article, and everything about the selected one. */
export function DeskSide() {
  return (
    <>
      <AnnotationsList />
      <AnnotationDetails />
    </>
  );
}
