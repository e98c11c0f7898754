import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate, Outlet } from '@tanstack/react-router';
import { Select, TextInput } from '@trussworks/react-uswds';
import { useEffect, useState, type ReactNode } from 'react';
import { api, told } from '../api/client';
import { meQuery } from '../api/queries';
import type { Box, Me, ReferralRow, Status } from '../api/types';
import { useMe } from '../app/me';
import { NotForYou } from '../app/NotForYou';
import { announce } from '../parts/Announcer';
import { focusNearest } from '../parts/focus';
import { Icon } from '../parts/icons';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton, Stale } from '../parts/States';
import { toast } from '../parts/Toasts';
import { useDelayed } from '../parts/useDelayed';
import { count, fullName, STATUSES } from '../parts/words';
import { useMoveAll } from './moves';
import { ReferralTable } from './ReferralTable';
import { isUnseen, tellCounts, useUnseenAnswers, useWaiting } from './unseen';
import { SEARCHES_THROUGH, useBox, useGlow } from './useBox';

const route = getRouteApi('/referrals/$box');

const TABS: readonly { box: Box; label: string; role: Me['roles'][number] }[] = [
  { box: 'outbound', label: 'Outbound', role: 'CASEWORKER' },
  { box: 'inbound', label: 'Inbound', role: 'RECEIVER' },
  { box: 'history', label: 'History', role: 'CASEWORKER' },
];

/** My Network Referrals. It follows the truth without a reload. */
export function ReferralsPage() {
  const me = useMe();
  const { box } = route.useParams();
  const unseen = useUnseenAnswers();
  const waiting = useWaiting();
  const tabs = TABS.filter((tab) => me.roles.includes(tab.role));
  const { role } = TABS.find((tab) => tab.box === box)!;
  if (!me.roles.includes(role)) {
    return (
      <Page title="My Network Referrals">
        <NotForYou whose={role} />
      </Page>
    );
  }
  const numbers: Partial<Record<Box, { number: number; words: string }>> = {
    outbound: { number: unseen, words: tellCounts(unseen, 0) },
    inbound: { number: waiting, words: tellCounts(0, waiting) },
  };
  return (
    <Page title={`${tabs.find((tab) => tab.box === box)!.label}: My Network Referrals`} heading="My Network Referrals">
      <nav className="wh-tabs" aria-label="Referrals">
        {tabs.map((tab) => (
          <Link
            key={tab.box}
            to="/referrals/$box"
            params={{ box: tab.box }}
            className="wh-tabs__tab"
            aria-current={tab.box === box ? 'page' : undefined}
          >
            {tab.label}
            {(numbers[tab.box]?.number ?? 0) > 0 && (
              <span className="wh-count" title={numbers[tab.box]!.words}>
                <span aria-hidden="true">{numbers[tab.box]!.number}</span>
                <span className="usa-sr-only">{numbers[tab.box]!.words}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <BoxList key={box} box={box} />
      <Outlet />
    </Page>
  );
}

/** My Network Referrals without a tab: the one where this member's work is. */
export function AnyBox() {
  const me = useMe();
  const box: Box = me.roles.includes('RECEIVER') && !me.roles.includes('CASEWORKER') ? 'inbound' : 'outbound';
  return <Navigate to="/referrals/$box" params={{ box }} replace />;
}

function BoxList({ box }: { box: Box }) {
  const { status, q } = route.useSearch();
  const navigate = route.useNavigate();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState(q ?? '');
  const moveAll = useMoveAll();
  const queries = useQueryClient();
  const { seenUntil } = useMe();
  // What was new on arrival stays marked as new during the visit.
  const [arrivedWith] = useState(seenUntil);
  useSeeing(box === 'outbound');

  const settled = useDelayed(words.trim(), 300);
  useEffect(() => {
    if (settled !== (q ?? ''))
      void navigate({ search: (old) => ({ ...old, q: settled || undefined }) as typeof old, replace: true });
  }, [settled, q, navigate]);

  const list = useBox({ box, status, q, cursor: cursors.at(-1) }, true);
  const rows = list.data?.referrals;
  const of = JSON.stringify([box, status, q, cursors.at(-1), list.isPlaceholderData]);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const glowing = useGlow(of, list.isPlaceholderData ? undefined : rows, (changed, fresh) => {
    announce(changesInWords(box, changed, fresh));
    if (box !== 'inbound') return;
    setArrived((before) => new Set([...before, ...fresh.map((row) => row.id)]));
    void queries.invalidateQueries({ queryKey: ['box', 'inbound', { status: 'SENT' }] });
  });

  const filter = (chosen: string) => {
    setCursors([]);
    setSelected(new Set());
    void navigate({ search: (old) => ({ ...old, status: (chosen || undefined) as Status | undefined }) as typeof old });
  };

  const move = (ids: readonly string[], kind: 'ARCHIVE' | 'RESTORE') => {
    const at = Math.max(0, rows?.findIndex((row) => ids.includes(row.id)) ?? 0);
    setSelected(new Set());
    moveAll.mutate(
      { ids, kind },
      {
        onSuccess: ({ done, failed }) => {
          const word = kind === 'ARCHIVE' ? 'moved to History' : 'back in Outbound';
          if (done.length > 0) {
            toast(`${count(done.length, 'referral')} ${word}.`, {
              action: { label: 'Undo', run: () => move(done, kind === 'ARCHIVE' ? 'RESTORE' : 'ARCHIVE') },
            });
          }
          if (failed.length > 0) {
            toast(`${count(failed.length, 'referral')} could not be moved. What you see is what stands.`, {
              tone: 'trouble',
            });
          }
          // The row that had the focus is gone: the one that took its place has it now.
          focusNearest(() => {
            const titles = document.querySelectorAll('.wh-table__title');
            return titles.item(Math.min(at, titles.length - 1));
          });
        },
      },
    );
  };

  const archivable = (rows ?? []).filter((row) => selected.has(row.id) && row.allowedActions.includes('ARCHIVE'));

  return (
    <>
      <form
        className="wh-bar wh-bar--filters"
        role="search"
        aria-label="Referrals"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="wh-bar__field wh-bar__field--wide">
          <label htmlFor="find">Search</label>
          <TextInput
            id="find"
            name="q"
            type="search"
            autoComplete="off"
            placeholder={box === 'inbound' ? 'Client, organization or reference' : 'Program, client or reference'}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <div className="wh-bar__field">
          <label htmlFor="status">Status</label>
          <Select id="status" name="status" value={status ?? ''} onChange={(event) => filter(event.target.value)}>
            <option value="">All</option>
            {Object.entries(STATUSES).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        {box === 'outbound' && (
          <div className="wh-bar__end">
            <button
              type="button"
              className="usa-button usa-button--outline"
              aria-disabled={archivable.length === 0 || moveAll.isPending}
              onClick={() => {
                if (archivable.length === 0 || moveAll.isPending) return;
                move(
                  archivable.map((row) => row.id),
                  'ARCHIVE',
                );
              }}
            >
              <Icon name="history" />
              {archivable.length > 0 ? `Archive ${archivable.length}` : 'Archive selected'}
            </button>
          </div>
        )}
      </form>

      {list.error && list.data && <Stale error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? (
        <Skeleton rows={8} label="Loading referrals" />
      ) : !rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Nothing
          box={box}
          filtered={Boolean(status ?? q)}
          onAll={() => (setWords(''), void navigate({ search: {} }))}
        />
      ) : (
        <ReferralTable
          box={box}
          rows={rows}
          glowing={glowing}
          isNew={(row) =>
            box === 'outbound' ? isUnseen(row, arrivedWith) : row.status === 'SENT' && arrived.has(row.id)
          }
          selected={selected}
          onSelect={setSelected}
          onMove={(id, kind) => move([id], kind)}
        />
      )}
      {list.data?.searchedAll === false && (
        <p className="wh-quiet">Searched the newest {SEARCHES_THROUGH} referrals. A status narrows it down.</p>
      )}
      <Pages
        first={cursors.length === 0}
        last={!list.data?.cursor}
        onBack={() => setCursors(cursors.slice(0, -1))}
        onNext={() => list.data?.cursor && setCursors([...cursors, list.data.cursor])}
      />
    </>
  );
}

/** What changed by itself, for those who do not see it glow. */
function changesInWords(box: Box, changed: ReferralRow[], fresh: ReferralRow[]): string {
  const said = changed.slice(0, 3).map((row) => {
    const who = row.client ? fullName(row.client.name) : row.reference;
    if (box !== 'inbound') return `${row.listing.program}: ${row.statusLabel}`;
    return fresh.includes(row) ? `New referral: ${who} for ${row.listing.program}` : `${who}: ${row.statusLabel}`;
  });
  return `${said.join('. ')}${changed.length > 3 ? `, and ${changed.length - 3} more` : ''}.`;
}

/** What is looked at counts as seen, after a moment, and only while the tab can be seen. */
function useSeeing(enabled: boolean) {
  const queries = useQueryClient();
  const unseen = useUnseenAnswers();
  useEffect(() => {
    if (!enabled || unseen === 0) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      told(api.POST('/api/me/seen')).then(
        (me) => queries.setQueryData(meQuery.queryKey, me),
        // It is tried again with the next answer; a number that stays is no harm.
        () => undefined,
      );
    }, 1500);
    return () => clearTimeout(timer);
  }, [enabled, unseen, queries]);
}

function Nothing({ box, filtered, onAll }: { box: Box; filtered: boolean; onAll: () => void }): ReactNode {
  if (filtered) {
    return (
      <Empty icon="search" title="No referral fits">
        <button type="button" className="usa-button" onClick={onAll}>
          Show all
        </button>
      </Empty>
    );
  }
  switch (box) {
    case 'outbound':
      return (
        <Empty icon="twoArrows" title="No referrals are open">
          <p>What you send is followed here: its status, the program’s answer, and what the client says.</p>
          <Link to="/programs" className="usa-button">
            Find programs
          </Link>
        </Empty>
      );
    case 'inbound':
      return (
        <Empty icon="twoArrows" title="No referrals have come in">
          <p>Referrals from other organizations of the network arrive here.</p>
        </Empty>
      );
    case 'history':
      return (
        <Empty icon="history" title="History is empty">
          <p>Archive what is answered or closed, and it is kept here.</p>
        </Empty>
      );
  }
}

function Pages({
  first,
  last,
  onBack,
  onNext,
}: {
  first: boolean;
  last: boolean;
  onBack: () => void;
  onNext: () => void;
}) {
  if (first && last) return null;
  // What is new begins at the top.
  const turn = (to: () => void) => {
    to();
    scrollTo({ top: 0 });
  };
  return (
    <nav className="wh-pages" aria-label="Pages">
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={first}
        onClick={() => first || turn(onBack)}
      >
        <Icon name="left" /> Newer
      </button>
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={last}
        onClick={() => last || turn(onNext)}
      >
        Older <Icon name="right" />
      </button>
    </nav>
  );
}
