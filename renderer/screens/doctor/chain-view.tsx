import type { ReactElement } from 'react';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { DOCTOR_LINK_TEXTS, DOCTOR_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { FoldItem } from '../../ui/index.ts';
import {
  Button,
  FoldList,
  makeStyles,
  NoticeBar,
  StatusBadge,
  StepStateBadge,
  tokens,
} from '../../ui/index.ts';
import type { ChainRemedies } from './chain-remedies.ts';
import type { Chain } from './doctor-run.ts';
import { rootOf } from './doctor-run.ts';
import { hiddenGrants } from './hidden-grants.ts';
import { LinkDetails } from './link-details.tsx';
import { verdictLine, verdictStatus } from './verdict-words.ts';

const useStyles = makeStyles({
  chain: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '920px' },
  stops: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '& button': { whiteSpace: 'nowrap' },
  },
  title: { display: 'flex', minWidth: 0, gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  // The name gives way only where the line beside it has no room left.
  name: {
    flex: '0 1 auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    flex: '1 1000 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
});

const Title = (props: { readonly name: string; readonly line: string }): ReactElement => {
  const styles = useStyles();
  return (
    <span className={styles.title}>
      <span className={styles.name} title={props.name}>
        {props.name}
      </span>
      <span className={styles.line} title={props.line}>
        {props.line}
      </span>
    </span>
  );
};

/** Fewer sound links than these before the broken one are shown each on its own. */
const MANY_SOUND = 3;

/** The links that lead without a fault to the first one that has one: what is wrong shall not stand below all that is right. */
const soundFirst = ({ links }: Chain): readonly DoctorLink[] => {
  const first = DOCTOR_LINKS.findIndex((link) => links.get(link)?.verdict.state !== 'ok');
  return first < MANY_SOUND ? [] : DOCTOR_LINKS.slice(0, first);
};

/** The chain of one app in one environment, link below link: the broken one is open, the others folded. */
export const ChainView = (props: {
  readonly chain: Chain;
  readonly running: boolean;
  /** It is looked at again until it works. */
  readonly watched: boolean;
  readonly remedies: ChainRemedies;
  readonly onAgain: (from: DoctorLink) => void;
  readonly onWatch: (from: DoctorLink) => void;
}): ReactElement => {
  const styles = useStyles();
  const { chain, remedies, running } = props;
  const root = chain.end?.root ?? null;
  const broken = rootOf(chain);
  const hidden = hiddenGrants(chain.links.get('privileges'));
  // While it is watched the list stays as it is, from one look to the next.
  const sound = broken !== null || (running && props.watched) ? soundFirst(chain) : [];
  const itemOf = (link: DoctorLink): FoldItem => {
    const result = chain.links.get(link);
    const looking = running && chain.looking === link;
    const status = result === undefined ? null : verdictStatus(result.verdict);
    const skipped = result?.verdict.state === 'skipped';
    return {
      // Folded or unfolded by hand counts until the link's own verdict changes.
      id: [chain.appProfileId, chain.environmentId, link, String(root === link)].join(' '),
      status: looking ? (
        <StatusBadge status="working" word={TEXTS.looking} />
      ) : status === null ? (
        <StepStateBadge
          state={skipped || !running ? 'skipped' : 'pending'}
          word={skipped ? TEXTS.skipped : running ? TEXTS.queued : TEXTS.notLookedAt}
        />
      ) : (
        <StatusBadge {...status} />
      ),
      title: (
        <Title
          name={DOCTOR_LINK_TEXTS[link].name}
          line={result === undefined ? '' : verdictLine(result.verdict)}
        />
      ),
      note: result === undefined || skipped ? null : TEXTS.milliseconds(Math.round(result.milliseconds)),
      body:
        result === undefined || skipped || looking ? null : (
          <LinkDetails
            result={result}
            handlers={remedies.handlersOf(result)}
            more={remedies.moreOf(result)}
            onAgain={running ? null : () => props.onAgain(link)}
          />
        ),
      open: root === link,
    };
  };
  const names = sound.map((link) => DOCTOR_LINK_TEXTS[link].name).join(', ');
  const folded: readonly FoldItem[] =
    sound.length === 0
      ? []
      : [
          {
            id: `${chain.appProfileId} ${chain.environmentId} sound`,
            status: <StatusBadge status="healthy" word={TEXTS.works} />,
            title: <Title name={TEXTS.soundLinks(sound.length)} line={names} />,
            body: <FoldList label={TEXTS.soundLinks(sound.length)} items={sound.map(itemOf)} />,
            open: false,
          },
        ];
  const items = [...folded, ...DOCTOR_LINKS.slice(sound.length).map(itemOf)];
  return (
    <div className={styles.chain}>
      {chain.end?.outcome === 'ok' ? <NoticeBar intent="success" title={TEXTS.worksHere} /> : null}
      {chain.end?.outcome === 'ok' && hidden.length > 0 ? (
        <NoticeBar intent="info" title={TEXTS.letInBy}>
          {TEXTS.letInByText(hidden)}
        </NoticeBar>
      ) : null}
      {broken === null || running ? null : (
        <div className={styles.stops}>
          <strong>{TEXTS.stopsAt(DOCTOR_LINK_TEXTS[broken.link].name)}</strong>
          {remedies.firstOf(broken).map(({ label, run }) => (
            <Button key={label} size="small" appearance="primary" onClick={run}>
              {label}
            </Button>
          ))}
          <Button size="small" title={TEXTS.watchHint} onClick={() => props.onWatch(broken.link)}>
            {TEXTS.watch}
          </Button>
        </div>
      )}
      <FoldList label={TEXTS.chainLabel} items={items} />
    </div>
  );
};
