import { many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** A size as people say it, in thousands. */
const size = (bytes: number): string => {
  let value = bytes;
  let unit = 'bytes';
  for (const next of UNITS) {
    if (value < 1000) break;
    value /= 1000;
    unit = next;
  }
  return `${unit === 'bytes' || value >= 100 ? formatNumber(Math.round(value)) : value.toFixed(1)} ${unit}`;
};

/** Words of exporting rows in Query lab. */
export const QUERY_EXPORT_TEXTS = {
  open: 'Export rows',
  openHint: 'Run a query that brings rows first.',
  title: 'Export rows',
  subtitle: 'Rows go from the service to the file as they come, however many there are.',
  streamTitle: 'Export of a query',
  what: (environments: number, rows: number) =>
    `${many(environments, 'environment', 'environments')}, ${many(rows, 'row', 'rows')} read`,
  more: (count: number) => `${many(count, 'environment has', 'environments have')} more rows to read.`,
  refused: (count: number) =>
    `${many(count, 'environment', 'environments')} failed in this run. The file says so, and has what was read there.`,
  format: 'Format',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel workbook (XLSX)',
    jsonl: 'JSON Lines',
  },
  formatHints: {
    csv: 'One line per row. A text that a spreadsheet would run as a formula gets an apostrophe before it.',
    xlsx: 'Numbers, dates (UTC) and yes/no as such, every text as text. A new sheet begins after 1,048,576 rows.',
    jsonl: 'One object per row, named as the Web API names it. Nothing is changed.',
  },
  values: 'Values',
  valueNames: {
    formatted: 'As people read them',
    raw: 'As the service stores them',
    both: 'Both, side by side',
  },
  rows: 'Rows',
  rowNames: {
    read: (rows: number) => `The ${many(rows, 'row', 'rows')} that were read`,
    all: 'All rows: the pages that follow are read into the file',
  },
  environments: 'Environments',
  columns: 'Columns',
  allColumns: (count: number) => `All ${many(count, 'column', 'columns')}`,
  chosenColumns: (count: number, all: number) =>
    `${formatNumber(count)} of ${many(all, 'column', 'columns')}`,
  byteOrderMark: 'Mark the file as UTF-8 for Excel',
  first: 'The first two columns say which environment a row is from.',
  start: 'Export…',
  cancel: 'Cancel',
  later: 'Rows can be exported when the run has ended.',
  progress: (rows: number, bytes: number, ended: number, environments: number) =>
    `${many(rows, 'row', 'rows')}, ${size(bytes)}. ${formatNumber(ended)} of ${many(environments, 'environment', 'environments')} done.`,
  saved: (place: string) => `Saved as ${place}`,
  savedText: (rows: number, bytes: number, sheets: number) =>
    `${many(rows, 'row', 'rows')}, ${size(bytes)}${sheets > 1 ? ` on ${formatNumber(sheets)} sheets` : ''}.`,
  show: 'Show in folder',
  partial: (place: string) => `Saved as ${place}, but not everything is in it`,
  partialText: (failed: number, environments: number) =>
    `${formatNumber(failed)} of ${many(environments, 'environment', 'environments')} failed on the way; the file says so at its end.`,
  nothing: 'Nothing was saved',
  nothingText: 'No environment let the app read a row.',
  cancelled: 'The export was cancelled. No file was kept.',
  left: (columns: string) => `Not in the file: ${columns}`,
  leftText:
    'These columns came only after the first line had been written. Load all rows first, or export JSON Lines.',
  cut: (count: number) =>
    `${many(count, 'text was', 'texts were')} longer than the 32,767 characters that a cell holds, and cut.`,
} as const;
