import { printXml } from './fetchxml/print-xml.ts';
import { readXml } from './fetchxml/read-xml.ts';
import { parseOData } from './odata/parse-odata.ts';
import { printOData } from './odata/print-odata.ts';
import { aroundPlaceholders } from './parameters/around-placeholders.ts';

/** The languages of a query. */
export type QueryLanguage = 'odata' | 'fetchxml';

const layOutOData = (text: string): string | null => {
  const { faults, query } = parseOData(text);
  if (faults.length > 0) return null;
  const comments = text
    .split('\n')
    .filter((line) => /^\s*\/\//.test(line))
    .map((line) => line.trim());
  return [...comments, printOData(query, 'lines')].filter((line) => line !== '').join('\n');
};

const formatOData = (text: string): string | null => aroundPlaceholders(text, layOutOData);

const formatFetchXml = (text: string): string | null => {
  const { faults, root } = readXml(text);
  if (root === null || faults.length > 0) return null;
  const parts = [text.slice(0, root.from).trim(), printXml(root), text.slice(root.to).trim()];
  return parts.filter((part) => part !== '').join('\n');
};

/** The same query, laid out for reading; null while its form has faults, so that nothing of it gets lost. */
export const formatQuery = (language: QueryLanguage, text: string): string | null =>
  language === 'odata' ? formatOData(text) : formatFetchXml(text);

/** The language that a text is written in: XML begins with a `<`. */
export const languageOf = (text: string): QueryLanguage =>
  text.trimStart().startsWith('<') ? 'fetchxml' : 'odata';
