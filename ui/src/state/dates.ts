/**
 * Dates as the office writes and types them. Values are always ISO (`2026-11-21`); only what is shown and what is
 * accepted differs by language. The rules are those of the Rust side (domain::wareki).
 */
type Lang = 'ja' | 'en';

interface Era {
  name: string;
  letter: string;
  from: [number, number, number];
}

/** Newest first. Dates before Meiji 6 used another calendar and are shown in the western way. */
const ERAS: Era[] = [
  { name: '令和', letter: 'R', from: [2019, 5, 1] },
  { name: '平成', letter: 'H', from: [1989, 1, 8] },
  { name: '昭和', letter: 'S', from: [1926, 12, 25] },
  { name: '大正', letter: 'T', from: [1912, 7, 30] },
  { name: '明治', letter: 'M', from: [1873, 1, 1] },
];
const MEIJI_FIRST_YEAR = 1868;
const WEEKDAYS = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

type Ymd = [number, number, number];

/** `令和8年11月21日(土)`; in English `Sat 21 November 2026`. An unreadable value is shown as it is. */
export function formatDate(iso: string | null | undefined, lang: Lang, weekday = true): string {
  if (!iso) return '';
  const date = split(iso);
  if (!date) return iso;
  const [y, m, d] = date;
  const day = WEEKDAYS[lang][weekdayOf(date)];
  if (lang === 'en') return `${weekday ? `${day} ` : ''}${d} ${MONTHS[m - 1]} ${y}`;
  const era = eraOf(date);
  const year = era ? `${era.name}${eraYear(era, y)}年` : `${y}年`;
  return `${year}${m}月${d}日${weekday ? `(${day})` : ''}`;
}

/** The other way of writing the same day, for a tooltip. */
export function otherDate(iso: string | null | undefined, lang: Lang): string {
  if (!iso || !split(iso)) return '';
  return lang === 'ja' ? iso.slice(0, 10) : formatDate(iso, 'ja');
}

/** Short, for dense lists: `R8.11.21`; in English ISO. */
export function shortDate(iso: string | null | undefined, lang: Lang): string {
  if (!iso) return '';
  const date = split(iso);
  if (!date || lang === 'en') return iso.slice(0, 10);
  const era = eraOf(date);
  const year = era ? `${era.letter}${date[0] - firstYear(era) + 1}` : String(date[0]);
  return `${year}.${date[1]}.${date[2]}`;
}

/** The fiscal year a day belongs to: April to March, named after its April. */
export function fiscalYear(iso: string): number {
  const date = split(iso);
  if (!date) return NaN;
  return date[1] >= 4 ? date[0] : date[0] - 1;
}

/** `令和8年度`; in English `FY2026`. */
export function formatFiscalYear(year: number, lang: Lang): string {
  if (lang === 'en') return `FY${year}`;
  // The year that began in Heisei and is known by its new name.
  const era = eraOf(year === 2019 || year === 1989 ? [year, 5, 1] : [year, 4, 1]);
  return era ? `${era.name}${eraYear(era, year)}年度` : `${year}年度`;
}

/** A moment of this computer's clock: `令和8年11月20日(金) 17:12`. */
export function formatMoment(ms: number, lang: Lang): string {
  const at = inJapan(ms);
  const day = iso([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]);
  return `${formatDate(day, lang)} ${formatTime(ms).slice(0, 5)}`;
}

/** `12:34:56`. */
export function formatTime(ms: number): string {
  const at = inJapan(ms);
  return [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map((n) => String(n).padStart(2, '0')).join(':');
}

/** Times are those of Japan, as in reports and the journal, whatever zone the machine is set to. */
function inJapan(ms: number): Date {
  return new Date(ms + 9 * 3_600_000);
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  const a = split(from);
  const b = split(to);
  if (!a || !b) return NaN;
  return Math.round((utc(b) - utc(a)) / 86_400_000);
}

/** The present day of this computer as ISO. */
export function today(): string {
  const now = new Date();
  return iso([now.getFullYear(), now.getMonth() + 1, now.getDate()]);
}

/** What a text was found to be: an ISO day, or why it is none. */
export type Parsed =
  | { iso: string }
  | { problem: 'empty' | 'not-a-date' | 'ambiguous' | 'no-such-day' | 'outside-era' | 'before-meiji-6' | 'wrong-weekday' };

/**
 * The day a text names: 令和6年3月31日, 令和６年３月３１日(日), 令和元年5月1日, R6.3.31, ㋿6.3.31, 令和六年三月三十一日,
 * 2024-05-01, 2024/5/1, 2024年5月1日. Strict: what could mean two days is asked about, never guessed.
 */
export function readDate(text: string): Parsed {
  const nfkc = text.normalize('NFKC').replace(INVISIBLE, '');
  if (/\d\s+\d/.test(nfkc)) return { problem: 'not-a-date' };
  const clean = nfkc.replace(/\s+/g, '').toUpperCase();
  if (clean === '') return { problem: 'empty' };
  const n = '(元|\\d{1,4}|[〇○一二三四五六七八九十]+)';
  const found = new RegExp(
    `^(?:(令和|平成|昭和|大正|明治|[RHSTM])\\.?)?${n}(?:年${n}月${n}日|([-/.])${n}\\5${n})(?:\\(([月火水木金土日])(?:曜日?)?\\)|([月火水木金土日])(?:曜日?)?)?$`,
  ).exec(clean);
  if (!found) {
    const partial = new RegExp(`^(?:${n}月${n}日|${n}[-/.]${n})$`).test(clean);
    return { problem: partial ? 'ambiguous' : 'not-a-date' };
  }
  const [, eraName, yearText = '', m1, d1, , m2, d2, w1, w2] = found;
  const era = ERAS.find((one) => one.name === eraName || one.letter === eraName);
  const written = readNumber(yearText);
  const month = readNumber(m1 ?? m2 ?? '');
  const day = readNumber(d1 ?? d2 ?? '');
  if (written === null || month === null || day === null) return { problem: 'not-a-date' };
  if (era ? written < 1 : yearText.length !== 4) {
    return { problem: era || yearText.length > 2 ? 'not-a-date' : 'ambiguous' };
  }
  const date: Ymd = [era ? firstYear(era) + written - 1 : written, month, day];
  if (!valid(date)) return { problem: 'no-such-day' };
  if (era && compare(date, [1873, 1, 1]) < 0) return { problem: 'before-meiji-6' };
  if (era && eraOf(date) !== era) return { problem: 'outside-era' };
  const weekday = w1 ?? w2;
  if (weekday && weekday !== WEEKDAYS.ja[weekdayOf(date)]) return { problem: 'wrong-weekday' };
  return { iso: iso(date) };
}

/**
 * As `readDate`, and beyond it what is handy in a field that shows at once what it understood: `20261121`, and `11/21`
 * or `11月21日` in the year of `base`. Null when it is no date.
 */
export function parseDate(text: string, base = today()): string | null {
  const strict = readDate(text);
  if ('iso' in strict) return strict.iso;
  const clean = text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '');
  const full = /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  if (full) return checked([Number(full[1]), Number(full[2]), Number(full[3])]);
  const short = /^(\d{1,2})(?:月|[./-])(\d{1,2})日?$/.exec(clean);
  if (short) return checked([Number(base.slice(0, 4)), Number(short[1]), Number(short[2])]);
  return null;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const KANJI = '〇一二三四五六七八九';

/** A number in digits, in kanji (六, 三十一, 二〇二四), or 元 for the first; null when it is none. */
function readNumber(text: string): number | null {
  if (text === '元') return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const digits = [...text.replaceAll('○', '〇')];
  const values = digits.map((c) => (c === '十' ? 10 : KANJI.indexOf(c)));
  if (values.length === 0 || values.some((v) => v < 0)) return null;
  const ten = values.indexOf(10);
  if (ten < 0) return values.reduce((sum, v) => sum * 10 + v, 0);
  if (values.indexOf(10, ten + 1) >= 0 || ten > 1 || values.length > ten + 2 || values.includes(0)) return null;
  return (ten === 1 ? (values[0] ?? 1) : 1) * 10 + (values[ten + 1] ?? 0);
}

function checked(date: Ymd): string | null {
  return valid(date) ? iso(date) : null;
}
function split(text: string): Ymd | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!found) return null;
  const date: Ymd = [Number(found[1]), Number(found[2]), Number(found[3])];
  return valid(date) ? date : null;
}
function valid([y, m, d]: Ymd): boolean {
  if (m < 1 || m > 12 || d < 1 || y < 1) return false;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  return d <= (m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);
}
function eraOf(date: Ymd): Era | null {
  return ERAS.find((era) => compare(date, era.from) >= 0) ?? null;
}
function firstYear(era: Era): number {
  return era.letter === 'M' ? MEIJI_FIRST_YEAR : era.from[0];
}
function eraYear(era: Era, year: number): string {
  const n = year - firstYear(era) + 1;
  return n === 1 ? '元' : String(n);
}
function compare(a: Ymd, b: Ymd): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
function utc([y, m, d]: Ymd): number {
  return Date.UTC(y, m - 1, d);
}
function weekdayOf(date: Ymd): number {
  return new Date(utc(date)).getUTCDay();
}
function iso([y, m, d]: Ymd): string {
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
