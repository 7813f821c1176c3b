import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { xmlLanguage } from '@codemirror/lang-xml';
import { bracketMatching } from '@codemirror/language';
import { linter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, hoverTooltip, keymap, placeholder } from '@codemirror/view';
import type { CodeKnowledge } from './code-marks.ts';
import { CODE_THEME } from './code-theme.ts';
import { odataColours } from './odata-colours.ts';

const ICONS = {
  table: 'class',
  column: 'property',
  navigation: 'interface',
  function: 'function',
  keyword: 'keyword',
  value: 'enum',
} as const;

const completed = (knowledge: CodeKnowledge, context: CompletionContext): CompletionResult | null => {
  const text = context.state.doc.toString();
  const found = knowledge.complete(text, context.pos);
  if (found === null || found.options.length === 0) return null;
  // While nothing of a word stands there, it is offered on request only, or after a character that asks for it.
  const before = text[context.pos - 1] ?? '';
  if (!context.explicit && found.from === context.pos && !/[=,(/?&<"' ]/.test(before)) return null;
  return {
    from: found.from,
    options: found.options.map((option) => ({
      label: option.label,
      detail: option.detail,
      type: ICONS[option.kind],
      ...(option.insert === undefined ? {} : { apply: option.insert }),
    })),
    validFor: /^[\w$.]*$/,
  };
};

const hintAt = (knowledge: CodeKnowledge): Extension =>
  hoverTooltip((view, at) => {
    const hint = knowledge.hint(view.state.doc.toString(), at);
    if (hint === null) return null;
    return {
      pos: hint.from,
      end: hint.to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-code-hint';
        for (const line of [hint.title, ...hint.lines])
          dom.append(Object.assign(document.createElement('div'), { textContent: line }));
        return { dom };
      },
    };
  });

/** What does not change while an editor is open. Tab is not taken: it leaves the editor as everywhere else. */
export const fixedExtensions = (ports: {
  readonly nonce: string;
  readonly onRun: () => void;
  readonly onText: (text: string) => void;
}): Extension => {
  const run = (): boolean => {
    ports.onRun();
    return true;
  };
  return [
    EditorView.cspNonce.of(ports.nonce),
    CODE_THEME,
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    Prec.highest(
      keymap.of([
        { key: 'Ctrl-Enter', run },
        { key: 'Meta-Enter', run },
        { key: 'F8', run: nextDiagnostic },
        { key: 'Shift-F8', run: previousDiagnostic },
        { key: 'Enter', run: acceptCompletion },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) ports.onText(update.state.doc.toString());
    }),
  ];
};

/** What follows from the language and from what is known now. */
export const changingExtensions = (now: {
  readonly language: 'odata' | 'fetchxml';
  readonly label: string;
  readonly placeholder: string;
  readonly knowledge: CodeKnowledge;
}): Extension => [
  now.language === 'fetchxml' ? xmlLanguage : odataColours,
  placeholder(now.placeholder),
  EditorView.contentAttributes.of({
    'aria-label': now.label,
    'aria-multiline': 'true',
    spellcheck: 'false',
    autocapitalize: 'off',
  }),
  linter(
    (view) =>
      now.knowledge
        .marks(view.state.doc.toString())
        .map(({ from, message, severity, to }) => ({ from, to, severity, message })),
    { delay: 300 },
  ),
  autocompletion({ override: [(context) => completed(now.knowledge, context)], icons: false }),
  hintAt(now.knowledge),
];
