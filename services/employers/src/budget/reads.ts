import DataLoader from 'dataloader';
import { pageOfRows, type Connection, type PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { PlacementOfferRow } from '../offer/store.ts';
import type { MailStore } from './mails.ts';
import { LIMITS, nextFreeDay, usedIn, WHAT_COUNTS } from './rules.ts';
import { untouchedBudget, useOf, type ApproachRow, type BudgetStore, type BudgetView } from './store.ts';

export interface EmployerLoadView {
  readonly mailsIn28Days: number;
  readonly mailsIn7Days: number;
  readonly approachesIn28Days: number;
  readonly approachesIn7Days: number;
  readonly openOffers: number;
  readonly places: number;
  readonly placesTaken: number;
}
/** Budgets and load of employers that the viewer was shown; who may see them is the verdict of the fields that hold them. */
export interface BudgetReads {
  readonly ofEmployer: DataLoader<string, BudgetView>;
  readonly loadOfEmployer: DataLoader<string, EmployerLoadView>;
  limitsOf(budget: BudgetView): { readonly per28Days: number; readonly per7Days: number };
  whatCounts(): string;
  nextFreeOn(budget: BudgetView): string | null;
  approaches(budget: BudgetView, args: PageArgs): Connection<ApproachRow>;
}

export function createBudgetReads(
  deps: {
    store: BudgetStore;
    mails: Pick<MailStore, 'since'>;
    findOpenOffers: (employerIds: readonly string[]) => Promise<PlacementOfferRow[]>;
    placesTaken: (offer: PlacementOfferRow) => number;
  },
  { viewer, clock }: Pick<Context, 'viewer' | 'clock'>,
): BudgetReads {
  const today = clock.today();
  const ofEmployer = new DataLoader<string, BudgetView>(async (ids) => {
    const budgets = new Map((await deps.store.findOfEmployers(ids)).map((row) => [row.employerId, row]));
    return ids.map((id) => budgets.get(id) ?? untouchedBudget(id));
  });
  const openOffers = new DataLoader<string, PlacementOfferRow[]>(async (ids) => {
    const byEmployer = Map.groupBy(await deps.findOpenOffers(ids), (offer) => offer.employerId);
    return ids.map((id) => byEmployer.get(id) ?? []);
  });
  return {
    ofEmployer,
    loadOfEmployer: new DataLoader(async (ids) => {
      const since = (days: number) =>
        Temporal.PlainDate.from(today)
          .subtract({ days: days - 1 })
          .toString();
      const [budgets, offers, mails] = await Promise.all([
        ofEmployer.loadMany([...ids]),
        openOffers.loadMany([...ids]),
        deps.mails.since(ids, since(28)),
      ]);
      const mailsOf = Map.groupBy(mails, (mail) => mail.employerId);
      return ids.map((id, index) => {
        const days = (mailsOf.get(id) ?? []).map(({ day }) => day);
        const counts = { mailsIn28Days: days.length, mailsIn7Days: days.filter((day) => day >= since(7)).length };
        return loadOf(counts, budgets[index], offers[index]);
      });
    }),
    limitsOf: (budget) => LIMITS[budget.level],
    whatCounts: () => WHAT_COUNTS[viewer.language],
    nextFreeOn: (budget) => nextFreeDay(useOf(budget), today),
    approaches: (budget, args) => pageOfRows(budget.approaches.toReversed(), args),
  };

  function loadOf(
    mails: Pick<EmployerLoadView, 'mailsIn28Days' | 'mailsIn7Days'>,
    budget: BudgetView | Error | undefined,
    offers: PlacementOfferRow[] | Error | undefined,
  ): EmployerLoadView | Error {
    if (budget instanceof Error) return budget;
    if (offers instanceof Error) return offers;
    const days = budget ? useOf(budget).days : [];
    const open = offers ?? [];
    return {
      ...mails,
      approachesIn28Days: usedIn(days, today, 28),
      approachesIn7Days: usedIn(days, today, 7),
      openOffers: open.length,
      places: open.reduce((sum, offer) => sum + offer.places, 0),
      placesTaken: open.reduce((sum, offer) => sum + deps.placesTaken(offer), 0),
    };
  }
}
