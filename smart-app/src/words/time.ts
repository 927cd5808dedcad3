import { language } from './words';

const RECORDED =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * A FHIR date or time in words, at the precision it was recorded with and in its own time zone: a clinician
 * compares it with the chart, so it is never shifted to this computer's zone. Anything else is given back as is.
 */
export function recordedTime(recorded: string): string {
  const parts = RECORDED.exec(recorded.trim());
  if (!parts) return recorded;
  const [, year, month, day, time, zone] = parts;
  const date = calendarDate(Number(year), month, day);
  if (!time) return date;
  return [date, time, zone === 'Z' ? 'UTC' : zone && `UTC${zone}`].filter(Boolean).join(' ');
}

/** An instant of the server in this computer's time zone, which it names. */
export function localTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const format = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const parts = format.formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value;
  return `${part('day')}-${part('month')}-${part('year')} ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

// Day, then month in letters, then year: the NHS patient banner's form, which no reader takes for another order.
function calendarDate(year: number, month: string | undefined, day: string | undefined): string {
  if (!month) return String(year);
  const date = new Date(Date.UTC(year, Number(month) - 1, day ? Number(day) : 1));
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(date);
  return [day, name, year].filter(Boolean).join('-');
}
