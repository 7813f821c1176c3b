/**
 * How the database compares text: without case and without accents, as it does for English (Learn: "Microsoft Dataverse language
 * collations", 1033 is _CI_AI), and without the width of letters.
 */
const beyondAscii = /\P{ASCII}/u;

/** Letters that stand for two of the alphabet, or for one without its stroke, as in Windows' collations. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' };

/** A text without what makes no difference; patterns of LIKE are matched with it. */
export function plainText(text: string): string {
  const small = text.toLowerCase();
  if (!beyondAscii.test(small)) return small;
  return small
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœø]/g, (letter) => letters[letter] ?? letter);
}

const withoutBlanks = (text: string): string => (text.endsWith(' ') ? text.replace(/ +$/, '') : text);

/** What equal texts have in common; blanks at their ends make no difference (Learn: "= (String comparison or assignment)"). */
export const textKey = (text: string): string => withoutBlanks(plainText(text));

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Which text comes first; 0 for equal ones. */
export const compareText = (left: string, right: string): number =>
  collator.compare(withoutBlanks(left), withoutBlanks(right));
