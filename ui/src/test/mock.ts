/**
 * A host without a program behind it: fixed answers for tests and, in development builds with `?mock`, for looking at
 * screens. `?mock=locked` or `?mock=closed` choose where it begins.
 */
import { HostError, type Host, type HostEvent } from '../host/host';

type Answer = (request: never) => unknown;

const OPEN = {
  office: '青葉広域連合',
  class_level: '3',
  class_label: '【機密性3】',
  handling: '関係者限り',
  demo: true,
  user: '0193-user',
  login: 'yamada',
  person: '0193-person',
  person_name: '山田 花子',
  today: '2026-11-21',
  fiscal_year: 2026,
  fiscal_years: [2026, 2025],
  previous_unlock_at: Date.UTC(2026, 10, 20, 8, 12),
  last_lock_at: null,
  recovered: 0,
  journal_head: 'c0ffee',
  backup_folder: null,
};

/** The answers of the mock; tests add their own or replace some. */
export function mockAnswers(begin: 'closed' | 'locked' | 'open' = 'closed'): Record<string, Answer> {
  let phase = begin;
  let prefs = seed() ?? { language: 'ja-JP', theme: 'system', density: 'standard', lock_after: 15 };
  const state = () => ({
    phase,
    workspace: phase === 'open' ? OPEN : null,
    recent: [
      { handle: 'r1', name: '監査手帳-令和8年度', folder: 'D:\\監査\\監査手帳-令和8年度' },
      { handle: 'r2', name: '練習', folder: 'C:\\Users\\yamada\\Documents\\練習' },
    ],
    prefs,
    version: '0.1.0',
  });
  const to = (next: typeof phase) => () => {
    phase = next;
    return state();
  };
  return {
    'app.state': state,
    'prefs.set': ((wire: typeof prefs) => {
      prefs = wire;
      return {};
    }) as Answer,
    'workspace.open': to('locked'),
    'workspace.lock': to('locked'),
    'workspace.close': to('closed'),
    'workspace.create': () => {
      phase = 'open';
      return { recovery_code: 'K7QM-2RXD-9TWA-PH4C-8VNE-J5LB' };
    },
    'workspace.restore': to('locked'),
    'workspace.recover': to('open'),
    'workspace.unlock': ((request: { passphrase: string }) => {
      if (request.passphrase.length < 3) throw new HostError('wrong-key', {}, 'passphrase');
      return to('open')();
    }) as Answer,
    'demo.create': () => {
      phase = 'open';
      return { login: 'yamada', passphrase: 'aobademo' };
    },
    'undo.state': () => ({ undo: { kind: 'answer.set', at: Date.UTC(2026, 10, 21, 1) }, redo: null }),
    'search.find': () => [],
    'workspace.backup': () => ({ file: 'backup.kansa', size: 1234567, journal_head: 'c0ffee00c0ffee00' }),
    'workspace.verify': () => ({ ops: 1234, purged: 2, blobs: 31, problems: [], journal_head: 'c0ffee00c0ffee00' }),
    'passphrase.change': () => ({}),
    'licence.list': () =>
      Array.from({ length: 420 }, (_, n) => ({
        name: `part-${String(n).padStart(3, '0')}`,
        version: '1.0.0',
        licence: 'MIT',
        text: `Permission is hereby granted, free of charge … (${n})`,
      })),
  };
}

export function mockHost(more: Record<string, Answer> = {}, begin?: 'closed' | 'locked' | 'open'): Host {
  const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('mock');
  const known = { ...mockAnswers(begin ?? (asked === 'locked' || asked === 'open' ? asked : 'closed')), ...more };
  const listeners = new Set<(event: HostEvent) => void>();
  let handles = 0;
  return {
    async call(name, request) {
      const answer = known[name];
      if (!answer) throw new HostError('unknown-command', { command: name });
      return answer(request as never) as never;
    },
    put: async (_bytes, name) => ({ handle: `h${++handles}`, name }),
    blobUrl: (id) => `/blob/${id}`,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pick: async (kind, options) => [{ handle: `h${++handles}`, name: options?.name ?? `${kind}-${handles}` }],
  };
}

/** Preferences put into the storage under `kansa.mockprefs` before the page loads, for screenshots. */
function seed(): { language: string; theme: string; density: string } | null {
  const text = typeof localStorage === 'undefined' ? null : localStorage.getItem('kansa.mockprefs');
  return text ? JSON.parse(text) : null;
}
