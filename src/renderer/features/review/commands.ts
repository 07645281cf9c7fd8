import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { say, stepItem, useReview } from '../../state/review.ts';
import { acceptUnanimous, decide, giveReason } from '../../state/review-decisions.ts';
import { goTo, useView } from '../../state/view.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import {
  acceptReading,
  chosenReading,
  editChosen,
  hasReading,
  keepAll,
  mayDecide,
  mergeAll,
  settleEdited,
} from './actions.ts';
import { makeRule } from './make-rule.ts';
import { REASONS } from './review-words.ts';

const isOpen = (): boolean =>
  useProject.getState().project !== undefined && useView.getState().place === 'review';
const hasItem = (): boolean => isOpen() && useReview.getState().item !== undefined;
const isEditing = (): boolean => isOpen() && useReview.getState().editing !== undefined;

type Doing = Pick<Command, 'id' | 'keys' | 'enabled' | 'run'>;

function command(title: () => string, doing: Doing): Command {
  return {
    ...doing,
    get title() {
      return title();
    },
    get group() {
      return t('review.title');
    },
    where: ['review'],
  };
}

function named(key: PlainKey, doing: Doing): Command {
  return command(() => t(key), doing);
}

const LETTERS = ['A', 'B', 'C'] as const;

const decisions: readonly Command[] = [
  ...LETTERS.map((letter) =>
    command(() => t('review.accept', { letter }), {
      id: `review.accept${letter}`,
      keys: [letter.toLowerCase()],
      enabled: () => isOpen() && hasReading(letter),
      run: () => acceptReading(letter),
    }),
  ),
  named('review.edit', {
    id: 'review.edit',
    keys: ['e'],
    enabled: () => isOpen() && mayDecide(),
    run: editChosen,
  }),
  named('review.merge', {
    id: 'review.merge',
    keys: ['m'],
    enabled: () => isOpen() && mayDecide(),
    run: mergeAll,
  }),
  named('review.keepBoth', {
    id: 'review.keepBoth',
    keys: ['s'],
    enabled: () => isOpen() && hasReading('B'),
    run: keepAll,
  }),
  named('review.reject', {
    id: 'review.reject',
    keys: ['x'],
    enabled: () => isOpen() && mayDecide(),
    run: () => decide('reject', []),
  }),
  named('review.nothing', {
    id: 'review.nothing',
    keys: ['n'],
    enabled: () => isOpen() && mayDecide(),
    run: () => decide('nothing', []),
  }),
  named('review.defer', {
    id: 'review.defer',
    keys: ['d'],
    enabled: () => isOpen() && mayDecide(),
    run: () => decide('defer', []),
  }),
];

const reasons: readonly Command[] = REASONS.map(({ value, name }, index) =>
  named(name, {
    id: `review.reason.${value}`,
    keys: [String(index + 1)],
    enabled: () => isOpen() && mayDecide(),
    run: () => giveReason(value),
  }),
);

/** What one does in the place Review. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'review.show',
    get title() {
      return t('commands.goReview');
    },
    get group() {
      return t('review.title');
    },
    where: IN_PROJECT,
    keys: ['$mod+Shift+r'],
    enabled: () => useProject.getState().project !== undefined && !isOpen(),
    run: () => goTo('review'),
  },
  named('review.next', {
    id: 'review.next',
    keys: ['j'],
    enabled: hasItem,
    run: () => stepItem(1),
  }),
  named('review.previous', {
    id: 'review.previous',
    keys: ['k'],
    enabled: hasItem,
    run: () => stepItem(-1),
  }),
  ...decisions,
  ...reasons,
  command(
    () =>
      t('review.acceptUnanimous', {
        number: useReview.getState().queue?.minutes.unanimous ?? 0,
      }),
    {
      id: 'review.unanimous',
      keys: ['u'],
      enabled: () =>
        isOpen() &&
        useReview.getState().compared?.mayNotDecide === '' &&
        (useReview.getState().queue?.minutes.unanimous ?? 0) > 0,
      run: () => inBackground(acceptUnanimous()),
    },
  ),
  named('review.makeRule', {
    id: 'review.makeRule',
    keys: ['g'],
    enabled: () => hasItem() && chosenReading() !== undefined,
    run: makeRule,
  }),
  named('review.save', {
    id: 'review.save',
    keys: ['$mod+Enter'],
    enabled: isEditing,
    run: settleEdited,
  }),
  named('review.cancel', {
    id: 'review.cancel',
    keys: ['Escape'],
    enabled: isEditing,
    run: () => say({ editing: undefined }),
  }),
];
