import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tokens } from '@fluentui/react-components';
import { tags } from '@lezer/highlight';

const wave = (colour: string): Readonly<Record<string, string>> => ({
  backgroundImage: 'none',
  textDecorationLine: 'underline',
  textDecorationStyle: 'wavy',
  textDecorationColor: colour,
  textDecorationSkipInk: 'none',
});

const FRAME = {
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusMedium,
  boxShadow: tokens.shadow16,
};

/** The editor in the theme's tokens, so that it follows every look. */
const look = EditorView.theme({
  '&': {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    minHeight: '152px',
    maxHeight: '320px',
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace, lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { padding: '6px 0', caretColor: tokens.colorNeutralForeground1, minHeight: '138px' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: tokens.colorNeutralForeground1 },
  '.cm-placeholder': { color: tokens.colorNeutralForeground3 },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  '.cm-lintRange-error': wave(tokens.colorPaletteRedForeground1),
  '.cm-lintRange-warning': wave(tokens.colorPaletteDarkOrangeForeground1),
  '.cm-lintRange-info': wave(tokens.colorNeutralForeground3),
  '.cm-tooltip': FRAME,
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: tokens.fontFamilyBase, maxHeight: '224px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '20px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  '.cm-completionLabel': { fontFamily: tokens.fontFamilyMonospace },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: tokens.fontWeightSemibold },
  '.cm-completionDetail': { fontStyle: 'normal', color: tokens.colorNeutralForeground3, marginLeft: '12px' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-diagnostic': {
    borderLeft: `3px solid ${tokens.colorNeutralForeground3}`,
    padding: '4px 10px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    maxWidth: '480px',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic-error': { borderLeftColor: tokens.colorPaletteRedForeground1 },
  '.cm-diagnostic-warning': { borderLeftColor: tokens.colorPaletteDarkOrangeForeground1 },
  '.cm-code-hint': { padding: '6px 10px', fontFamily: tokens.fontFamilyBase, maxWidth: '420px' },
  '.cm-code-hint > div:first-child': { fontWeight: tokens.fontWeightSemibold },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: tokens.colorPaletteBerryForeground1 },
  { tag: [tags.tagName, tags.function(tags.name)], color: tokens.colorBrandForegroundLink },
  { tag: tags.attributeName, color: tokens.colorPaletteBerryForeground1 },
  { tag: [tags.string, tags.attributeValue], color: tokens.colorPaletteGreenForeground1 },
  { tag: [tags.number, tags.bool, tags.null], color: tokens.colorPaletteDarkOrangeForeground1 },
  { tag: tags.comment, color: tokens.colorNeutralForeground3 },
  { tag: [tags.angleBracket, tags.punctuation], color: tokens.colorNeutralForeground3 },
  { tag: tags.invalid, color: tokens.colorPaletteRedForeground1 },
]);

/** Colours and frame of the editor. */
export const CODE_THEME: Extension = [look, syntaxHighlighting(colours)];
