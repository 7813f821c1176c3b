import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { changingExtensions, fixedExtensions } from './code-extensions.ts';
import type { CodeKnowledge } from './code-marks.ts';

const useStyles = makeStyles({ box: { flexGrow: 1, minWidth: 0 } });

const readNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * A text in a language, with colours, faults, completion and hints. Ctrl/Cmd+Enter runs, Ctrl+Space completes, F8 goes to the next fault, Tab
 * leaves. Keep `knowledge` stable: everything is looked at again when it changes.
 */
export const CodeEditor = (props: {
  readonly language: 'odata' | 'fetchxml';
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly knowledge: CodeKnowledge;
  readonly onText: (text: string) => void;
  readonly onRun: () => void;
}): ReactElement => {
  const { knowledge, label, language, placeholder, text } = props;
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<{ readonly view: EditorView; readonly changing: Compartment } | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (box.current === null) return;
    const changing = new Compartment();
    const { text: doc, ...now } = latest.current;
    const fixed = fixedExtensions({
      nonce: readNonce(),
      onRun: () => latest.current.onRun(),
      // What was put in from outside is known there already.
      onText: (next) => next === latest.current.text || latest.current.onText(next),
    });
    const state = EditorState.create({ doc, extensions: [fixed, changing.of(changingExtensions(now))] });
    const view = new EditorView({ state, parent: box.current });
    editor.current = { view, changing };
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, []);
  useEffect(() => {
    const { changing, view } = editor.current ?? {};
    view?.dispatch({
      effects: changing?.reconfigure(changingExtensions({ knowledge, label, language, placeholder })) ?? [],
    });
  }, [knowledge, label, language, placeholder]);
  useEffect(() => {
    const view = editor.current?.view;
    if (view === undefined || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);
  return <div ref={box} className={useStyles().box} />;
};
