import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { LONGEST_BASELINE } from '../../../preload/contract/words/baseline.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, EnvironmentMenu, NoticeBar, OpenTextButton } from '../../ui/index.ts';
import type { Writing } from './use-writing.ts';

/** The two ways to a text: from what is there, and from a file. */
export const WriteControls = (props: {
  readonly environments: readonly Environment[];
  readonly writing: Writing;
  readonly first: boolean;
}): ReactElement => {
  const { environments, first } = props;
  const { setDraft, write, writing } = props.writing;
  const [chosen, setChosen] = useState<ReadonlySet<EnvironmentId>>(new Set());
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <>
      <EnvironmentMenu
        label={TEXTS.environments}
        environments={environments}
        chosen={chosen}
        onChosen={setChosen}
        noneIsAll
        disabled={writing.running}
      />
      <Button
        appearance={first ? 'primary' : 'secondary'}
        disabled={writing.running || environments.length === 0}
        onClick={() => write([...chosen])}
      >
        {first ? TEXTS.writeFrom : TEXTS.writeAgain}
      </Button>
      <OpenTextButton
        label={TEXTS.open}
        accept=".yaml,.yml,.json"
        longest={LONGEST_BASELINE}
        disabled={writing.running}
        onOpened={({ name, text }) => {
          setTooLarge(text === null);
          if (text !== null) setDraft({ text, name });
        }}
      />
      {tooLarge ? <NoticeBar intent="warning" title={TEXTS.tooLarge} /> : null}
    </>
  );
};
