import { APPLICATION_USERS_TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import { formatMoment } from '../../ui/index.ts';
import type { MapCell } from './access-map.ts';
import { roleNames, userWord } from './user-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.map;

/** The one word of a cell. */
export const cellWord = (cell: MapCell): string => {
  switch (cell.kind) {
    case 'healthy':
    case 'attention':
    case 'soft-deleted':
      return userWord(cell.row.user);
    case 'administrator':
      return TEXTS.administrator;
    case 'none':
      return TEXTS.none;
    case 'unknown':
      return TEXTS.notRead;
    case 'reading':
      return TEXTS.reading;
    case 'unreachable':
      return TEXTS.noAnswer;
  }
};

const rolesOf = (cell: MapCell): readonly string[] => ('row' in cell ? roleNames(cell.row.user) : []);

/** Roles at a glance: the first one, and how many more there are. */
export const rolesAtAGlance = (cell: MapCell): string => {
  const [first, ...more] = rolesOf(cell).filter(
    (name) => cell.kind !== 'administrator' || name !== APPLICATION_USERS_TEXTS.administratorMark,
  );
  if (first === undefined) return '';
  return more.length === 0 ? first : `${first} ${APPLICATION_USERS_TEXTS.moreRoles(more.length)}`;
};

/** All that a cell says, in one line. */
export const cellText = (cell: MapCell): string => {
  const roles = rolesOf(cell).join(', ');
  const words = roles === '' ? cellWord(cell) : `${cellWord(cell)}: ${roles}`;
  if (cell.kind === 'unreachable' && cell.error !== null) return `${words}: ${explain(cell.error).title}`;
  return 'old' in cell && cell.old && 'row' in cell && cell.row.asOf !== null
    ? `${words} ${TEXTS.asOf(formatMoment(cell.row.asOf))}`
    : words;
};
