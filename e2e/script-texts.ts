import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A line of an article for each way of writing, and the words in it that tests mark. */
export const LINES = {
  korean: {
    text: '장관은 새로운 제재가 금요일에 시작된다고 말했다.',
    word: '제재가',
  },
  chinese: { text: '部长表示，新的制裁措施将从星期五开始实施。', word: '制裁' },
  japanese: { text: '大臣は新しい制裁が金曜日に始まると述べた。', word: '金曜日' },
  thai: { text: 'รัฐมนตรีกล่าวว่ามาตรการใหม่จะเริ่มในวันศุกร์', word: 'มาตรการ' },
  arabic: { text: 'قال الوزير إن العقوبات الجديدة ستبدأ يوم الجمعة القادم', word: 'العقوبات' },
  hebrew: { text: 'השר אמר כי הסנקציות החדשות ייכנסו לתוקף ביום שישי', word: 'הסנקציות' },
  both: { text: 'ستدفع شركة Norwell 25 مليون دولار وفق المصادر', word: 'Norwell' },
  signs: {
    text: 'A family 👩‍👩‍👧‍👦 waved a 🏳️‍🌈 flag near the cafe\u0301 in Zu\u0308rich, as a nai\u0308ve plan would.',
    word: 'cafe\u0301',
  },
} as const;

/** Name of a way of writing. */
export type Script = keyof typeof LINES;

/** All of them. */
export const SCRIPTS = Object.keys(LINES) as Script[];

/** Writes an article with a paragraph for each way of writing; answers its path. */
export async function scriptsFile(folder: string): Promise<string> {
  const file = path.join(folder, 'scripts.txt');
  const lines = ['One sentence in every script', ...SCRIPTS.map((name) => LINES[name].text)];
  await writeFile(file, `${lines.join('\n\n')}\n`);
  return file;
}
