import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { CloudHost, HostOverrides } from '../../../preload/contract/words/cloud-hosts.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import { readOrigin } from '../../../preload/contract/words/cloud-rules.ts';
import {
  CLOUD_HOST_TEXTS,
  CLOUD_PROBLEM_TEXTS,
  CLOUDS_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  Card,
  ErrorPanel,
  Field,
  Inline,
  Input,
  makeStyles,
  Tooltip,
  tokens,
  UndoIcon,
  useToasts,
} from '../../ui/index.ts';

const TEXTS = CLOUDS_TEXTS.hosts;
const NONE: HostOverrides = {};

const useStyles = makeStyles({
  card: { maxWidth: '720px' },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 32px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  shipped: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Where a workspace goes: the cloud's hosts, and those used instead, each of which can be taken back. */
export const HostsCard = (props: { readonly workspace: Workspace; readonly cloud: Cloud }): ReactElement => {
  const styles = useStyles();
  const toasts = useToasts();
  const { workspace, cloud } = props;
  const update = useAction('workspaces.update', { invalidates: ['workspaces.list'] });
  const [typed, setTyped] = useState<HostOverrides>(workspace.hosts);

  const textOf = (host: CloudHost): string => typed[host] ?? '';
  const problemOf = (host: CloudHost): string | null => {
    if (textOf(host).trim() === '') return null;
    const read = readOrigin(textOf(host), workspace.demo);
    return 'problem' in read ? CLOUD_PROBLEM_TEXTS[read.problem] : null;
  };
  const wrong = CLOUD_HOSTS.some((host) => problemOf(host) !== null);
  const unchanged = CLOUD_HOSTS.every((host) => textOf(host).trim() === (workspace.hosts[host] ?? ''));
  const differing = CLOUD_HOSTS.filter((host) => textOf(host).trim() !== '').length;

  const save = async (hosts: HostOverrides) => {
    const result = await update.run({ id: workspace.id, hosts });
    if (!result.ok) return;
    setTyped(result.value.hosts);
    toasts.success(TEXTS.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && !unchanged) void save(typed);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={TEXTS.title} text={TEXTS.text} className={styles.card}>
        <div className={styles.rows}>
          {CLOUD_HOSTS.map((host) => {
            const { hint, label } = CLOUD_HOST_TEXTS[host];
            const problem = problemOf(host);
            return (
              <div key={host} className={styles.row}>
                <div>
                  <div className={styles.label}>{label}</div>
                  <div className={styles.quiet}>{hint}</div>
                </div>
                <Field
                  {...(textOf(host) === ''
                    ? {}
                    : {
                        hint: (
                          <span className={styles.shipped}>
                            {TEXTS.shipped(cloud.name, cloud[host]?.replace('https://', '') ?? TEXTS.none)}
                          </span>
                        ),
                      })}
                  {...(problem === null ? {} : { validationMessage: problem })}
                >
                  <Input
                    aria-label={label}
                    autoComplete="off"
                    spellCheck={false}
                    maxLength={300}
                    placeholder={cloud[host] ?? TEXTS.none}
                    value={textOf(host)}
                    onChange={(_event, data) => setTyped({ ...typed, [host]: data.value })}
                  />
                </Field>
                {textOf(host) === '' ? null : (
                  <Tooltip content={TEXTS.resetOf(label)} relationship="label">
                    <Button
                      appearance="subtle"
                      icon={<UndoIcon />}
                      onClick={() => setTyped({ ...typed, [host]: '' })}
                    />
                  </Tooltip>
                )}
              </div>
            );
          })}
        </div>
        {update.error === null ? null : <ErrorPanel error={update.error} />}
        <Inline wrap>
          <Button appearance="primary" type="submit" disabled={unchanged || wrong || update.busy}>
            {TEXTS.save}
          </Button>
          <Button disabled={differing === 0 || update.busy} onClick={() => void save(NONE)}>
            {TEXTS.resetAll}
          </Button>
          <span className={styles.quiet}>{TEXTS.changedCount(differing)}</span>
        </Inline>
      </Card>
    </form>
  );
};
