import type { OutputOf } from '../../../preload/contract/index.ts';
import { cSharpSnippet } from './csharp.ts';
import { curlSnippet } from './curl.ts';
import { powerShellSnippet } from './powershell.ts';
import { pythonSnippet } from './python.ts';
import type { SnippetCall } from './snippet-call.ts';
import { typeScriptSnippet } from './typescript.ts';

/** The same call in every language; what is secret stands in none of them, only the name of the variable that holds it. */
export const snippetsOf = (call: SnippetCall): OutputOf<'query.snippets'>['snippets'] => [
  { language: 'curl', text: curlSnippet(call) },
  { language: 'csharp', text: cSharpSnippet(call) },
  { language: 'typescript', text: typeScriptSnippet(call) },
  { language: 'python', text: pythonSnippet(call) },
  { language: 'powershell', text: powerShellSnippet(call) },
];
