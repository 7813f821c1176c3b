import type { BaselineFault } from '../baseline.ts';

/** What is wrong with a baseline's text, in one sentence that says how it is put right. */
const faultText = ({ kind, params }: Pick<BaselineFault, 'kind' | 'params'>): string => {
  const of = (name: string): string => String(params[name] ?? '');
  switch (kind) {
    case 'too-large':
      return `A baseline has at most ${of('most')} KiB of text and some thousand lines.`;
    case 'not-yaml':
      return `This is neither YAML nor JSON: ${of('problem')}.`;
    case 'too-deep':
      return 'This is nested deeper than a baseline ever is.';
    case 'several-documents':
      return 'A file holds one baseline; a second document begins here.';
    case 'tab-indent':
      return 'YAML is indented with spaces, never with tabs.';
    case 'alias':
      return 'Anchors and aliases (& and *) are not read. Name a group of environments instead.';
    case 'tag':
      return 'Tags (!) are not read.';
    case 'key':
      return 'A field has a plain name.';
    case 'duplicate-field':
      return `${of('field')} stands here a second time.`;
    case 'unknown-field':
      return `${of('field')} is no field of a baseline at this place.`;
    case 'missing-field':
      return `${of('field')} is missing.`;
    case 'wrong-type': {
      const hint = of('expected') === 'text' ? ' Names that look like numbers stand in quotes.' : '';
      if (of('expected') === 'fields')
        return of('field') === '' ? 'Here belong fields.' : `${of('field')} has fields.`;
      return of('field') === ''
        ? `Here belongs ${of('expected')}.${hint}`
        : `${of('field')} is ${of('expected')}.${hint}`;
    }
    case 'wrong-version':
      return 'This console reads version 1 of a baseline.';
    case 'not-allowed':
      return `${of('field')} is one of: ${of('values')}.`;
    case 'client-id':
      return `“${of('text')}” is no client ID, which looks like 11111111-2222-4333-8444-555555555555.`;
    case 'address':
      return `“${of('text')}” is no address of an environment, which looks like https://contoso.crm4.dynamics.com.`;
    case 'text':
      return 'Here stands a character that no service keeps.';
    case 'group-name':
      return `“${of('text')}” is no name of a group: letters without accents, digits, spaces and . _ -, beginning with a letter or digit.`;
    case 'too-short':
      return `${of('field')} is empty.`;
    case 'too-long':
      return `${of('field')} has at most ${of('most')} characters.`;
    case 'too-many':
      return `${of('field')} has at most ${of('most')} entries.`;
    case 'one-of':
      return `Say either ${of('one')} or ${of('other')}.`;
    case 'business-unit':
      return 'businessUnit is root, or name: with the name of another business unit.';
    case 'unknown-group':
      return `No group is called “${of('group')}”.`;
    case 'app-twice':
      return `The app ${of('clientId')} is described a second time. Put its rules together.`;
    case 'environment-twice':
      return `${of('app')} has two rules for ${of('environment')}.`;
    case 'name-twice':
      return `“${of('name')}” stands here a second time.`;
    case 'absent-with':
      return `An app that shall have no application user has no ${of('field')} either.`;
  }
};

/** Words of baselines. */
export const BASELINE_TEXTS = {
  faultText,
};
