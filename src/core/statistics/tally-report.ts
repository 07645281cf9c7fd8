import { compareStrings, inOrder } from '../text/order.ts';
import type { Steps } from './body.ts';
import type {
  AnalystCount,
  ArticleCount,
  AttributeCount,
  ByLabel,
  Counted,
  DayCount,
  MeetingCount,
  Report,
} from './report.ts';
import { type Growing, type Memory, meetingKey, plus } from './tally-memory.ts';

function byLabel(counts: ReadonlyMap<string, number>): ByLabel {
  return Object.fromEntries(counts);
}

function counted({ annotations, words, byLabel: labels }: Growing): Counted {
  return { annotations, words, byLabel: byLabel(labels) };
}

function attributeCounts({ said, answered, all }: Memory): AttributeCount[] {
  return [...said].flatMap(([label, names]) =>
    [...names].map(([name, counts]): AttributeCount => {
      const values = [...counts]
        .map(([value, annotations]) => ({ value, annotations }))
        .sort((x, y) => inOrder(y.annotations - x.annotations, compareStrings(x.value, y.value)));
      const silent = (all.byLabel.get(label) ?? 0) - (answered.get(label)?.get(name) ?? 0);
      return { label, name, values, more: 0, silent };
    }),
  );
}

function meetingCounts({ meetings, meeting }: Memory): MeetingCount[] {
  return [...meetings.values()].map(({ unit, a, b, count }) => ({
    unit,
    a,
    b,
    count,
    ofA: meeting.get(meetingKey(unit, a, b)) ?? 0,
    ofB: meeting.get(meetingKey(unit, b, a)) ?? 0,
  }));
}

function analystCounts({ byAnalyst, articles }: Memory): AnalystCount[] {
  return [...byAnalyst].map(([analyst, one]) => {
    const { inProgress, submitted } = one;
    const states = { new: articles - inProgress - submitted, 'in-progress': inProgress, submitted };
    return { analyst, ...counted(one), articles: one.articles, states };
  });
}

const ARTICLES_A_STEP = 1024;

function* articleCounts({ byArticle }: Memory): Steps<ArticleCount[]> {
  const counts: ArticleCount[] = [];
  for (const [articleId, one] of byArticle) {
    counts.push({ articleId, ...counted(one), begun: one.begun });
    if (counts.length % ARTICLES_A_STEP === 0) yield;
  }
  return counts;
}

/** The report of what was counted so far. */
export function* reportOf(memory: Memory): Steps<Report> {
  const byArticle = yield* articleCounts(memory);
  const begun = new Map<string, number>();
  for (const article of byArticle) if (article.begun !== '') plus(begun, article.begun);
  const days = [...memory.byDay]
    .map(([day, one]): DayCount => {
      const { annotations, byLabel: labels } = counted(one);
      return { day, annotations, byLabel: labels, begun: begun.get(day) ?? 0 };
    })
    .sort((x, y) => compareStrings(x.day, y.day));
  return {
    ...counted(memory.all),
    articles: memory.articles,
    annotated: byArticle.length,
    furniture: memory.furniture,
    undated: memory.undated,
    analysts: analystCounts(memory),
    byArticle,
    days,
    attributes: attributeCounts(memory),
    meetings: meetingCounts(memory),
  };
}
