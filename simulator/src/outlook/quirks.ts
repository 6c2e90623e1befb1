import type { ClientName, Setting } from './client-profile.ts';
import { ALERT_QUIRKS } from './quirks-alerts.ts';
import { BODY_QUIRKS } from './quirks-body.ts';
import { STATE_QUIRKS } from './quirks-state.ts';

/**
 * How well a quirk is known. `documented`: Microsoft says so, or its shipped Office.js does so. `reported`: users report it.
 * `observed`: a run of the probe page in a real Outlook showed it. `assumed`: nobody says, and something had to be chosen.
 */
export type Grade = 'documented' | 'reported' | 'observed' | 'assumed';

/** One habit of Outlook that an add-in's author wouldn't expect. */
export interface QuirkRow {
  clients: readonly ClientName[];
  /** Builds or sets it is known from; empty: all, or nobody says. */
  builds: string;
  what: string;
  source: string;
  grade: Grade;
  /** The settings in which it plays. */
  settings: readonly Setting[];
  /**
   * Quirks that exclude each other, or that come now and then, take turns: it plays for the drafts whose number leaves `at`
   * when divided by `of`. Absent: for all.
   */
  turn?: { of: number; at: number };
}

const ROWS = { ...BODY_QUIRKS, ...ALERT_QUIRKS, ...STATE_QUIRKS } satisfies Record<string, QuirkRow>;

/** Name of a quirk. */
export type QuirkId = keyof typeof ROWS;

/** A row with its name. */
export interface Quirk extends QuirkRow {
  id: QuirkId;
}

function isQuirkId(name: string): name is QuirkId {
  return name in ROWS;
}

/** All of them. */
export const QUIRKS: readonly Quirk[] = Object.keys(ROWS)
  .filter(isQuirkId)
  .map((id) => ({ id, ...ROWS[id] }));

/** How many rows there are of each grade. */
export function countQuirks(): Readonly<Record<Grade, number>> {
  const counts = { documented: 0, reported: 0, observed: 0, assumed: 0 };
  for (const quirk of QUIRKS) counts[quirk.grade] += 1;
  return counts;
}

/** The quirks of one Outlook. */
export interface QuirkBook {
  /** Those that may play here. */
  readonly active: readonly Quirk[];
  /** Whether it plays for the draft with this number; without a number, whether it plays at all. */
  plays(id: QuirkId, draftNumber?: number): boolean;
}

/** Picks the quirks of a client and setting. `on` and `off` win over the setting; `on` also over turns and clients. */
export function createQuirkBook(
  client: ClientName,
  setting: Setting,
  wish: { on?: readonly QuirkId[]; off?: readonly QuirkId[] } = {},
): QuirkBook {
  const forced = new Set(wish.on);
  const barred = new Set(wish.off);
  const active = QUIRKS.filter(
    ({ id, clients, settings }) =>
      forced.has(id) || (!barred.has(id) && clients.includes(client) && settings.includes(setting)),
  );
  const byId = new Map(active.map((quirk) => [quirk.id, quirk]));
  return {
    active,
    plays: (id, draftNumber) => {
      const quirk = byId.get(id);
      if (quirk === undefined) return false;
      if (quirk.turn === undefined || draftNumber === undefined || forced.has(id)) return true;
      return draftNumber % quirk.turn.of === quirk.turn.at;
    },
  };
}
