import { isSamePlace, type ThreadPlace } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { derivedId, type LineContext, layerKey, statedId } from './findings.ts';
import type { ReadAnnotation, ReadComment } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { issueInWords } from './issue-words.ts';
import { ELEMENT_DEPTH } from './jsonl-annotations.ts';
import { type CommentLine, commentLine, knownFields } from './jsonl-schema.ts';
import { safeId } from './safe-id.ts';

const FIELDS = knownFields(commentLine);

function lineOf(value: Json): Result<CommentLine, string> {
  const hostile = hostileIn(value, '', ELEMENT_DEPTH);
  if (hostile !== undefined) return err(hostile);
  const parsed = commentLine.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(issueInWords(parsed.error, value));
}

/** Whose annotation a comment is on, where it does not say: the one analyst who has such a one. */
function ownerOf(target: string, own: string, annotations: readonly ReadAnnotation[]): string {
  const names = annotations.filter(({ id }) => id === target).map((one) => one.analystName);
  return names.includes(own) ? own : (names[0] ?? own);
}

function quoteIn({ quote }: CommentLine): Pick<ReadComment, 'quote'> {
  return quote === undefined || quote === '' ? {} : { quote };
}

function commentFrom(
  line: CommentLine,
  index: number,
  annotations: readonly ReadAnnotation[],
  { articleId, options }: LineContext,
): ReadComment {
  const analystName = line.analyst ?? options.analyst;
  const createdAt = line.createdAt ?? options.at;
  const target =
    line.target === undefined || line.target === '' ? '' : safeId('a', line.target, options.sha256);
  const id =
    line.id === undefined
      ? derivedId('c', [articleId, analystName, index, target, line.text], options)
      : safeId('c', line.id, options.sha256);
  const thread = line.thread ?? '';
  return {
    id,
    articleId,
    analystName,
    target,
    targetAnalystName:
      target === '' ? '' : (line.targetAnalyst ?? ownerOf(target, analystName, annotations)),
    ...quoteIn(line),
    thread: thread === '' ? id : safeId('c', thread, options.sha256),
    text: line.text,
    action: line.action ?? 'say',
    createdAt,
    updatedAt: line.updatedAt ?? createdAt,
  };
}

/** A comment, and where in the line it stands. */
interface PlacedComment {
  readonly comment: ReadComment;
  readonly place: string;
}

function placeOf({ target, targetAnalystName }: ReadComment): ThreadPlace {
  return { target, targetAnalyst: targetAnalystName };
}

/** Comments without the answers that are about something else than their thread: these are refused. */
function inTheirThreads(
  comments: readonly PlacedComment[],
  { findings }: LineContext,
): readonly ReadComment[] {
  const begun = new Map<string, ReadComment>();
  for (const { comment } of comments) {
    if (comment.id === comment.thread) begun.set(comment.id, comment);
  }
  return comments.flatMap(({ comment, place }) => {
    const first = begun.get(comment.thread);
    if (first === undefined || isSamePlace(placeOf(comment), placeOf(first))) return [comment];
    const reason = 'an answer is about what its thread is about';
    findings.refuse({ what: 'comment', id: comment.id, place, reason });
    return [];
  });
}

/**
 * The comments of a line. Those of another shape, with an id twice, or that answer a thread about
 * something else are refused.
 */
export function readComments(
  values: readonly Json[],
  annotations: readonly ReadAnnotation[],
  context: LineContext,
): readonly ReadComment[] {
  const { findings } = context;
  const found = new Map<string, PlacedComment>();
  for (const [index, value] of values.entries()) {
    const place = `comments[${index}]`;
    const refuse = (reason: string): void => {
      findings.refuse({ what: 'comment', id: statedId(value, place), place, reason });
    };
    const line = lineOf(value);
    if (!line.ok) {
      refuse(line.error);
      continue;
    }
    const comment = commentFrom(line.value, index, annotations, context);
    const key = layerKey(comment.analystName, comment.id);
    if (found.has(key)) {
      refuse('another comment of this analyst has the same id');
      continue;
    }
    findings.keepUnknown(line.value, FIELDS, place);
    found.set(key, { comment, place });
    if (line.value.id !== undefined) findings.checkId(line.value.id);
  }
  return inTheirThreads([...found.values()], context);
}
