import { normaliseKvkNumber, normaliseEstablishmentNumber } from '@servicepunt/shared/contracts/identifiers';
import { derivedId } from '@servicepunt/shared/ids';
import { importRows, type ImportResult, type RowCheck } from '@servicepunt/shared/import';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { EmployerRow } from '../employer/store.ts';
import { IMPORT_NUMBER_RULE, isImportNumber, wrong } from '../input.ts';
import type { ImportOffersInput, OfferImportRow } from '../schema.generated.ts';
import { checkOffer, heldPlacesProblem, offerSearchKeys, type OfferFacts } from './rules.ts';
import type { OfferStore, PlacementOfferRow } from './store.ts';

export interface OfferImportDeps {
  readonly store: OfferStore;
  readonly findEmployers: (kvkNumbers: readonly string[]) => Promise<readonly EmployerRow[]>;
}
interface Facts extends OfferFacts {
  offerNumber: string;
  employerId: string;
  siteId: string;
}
interface Known {
  readonly employers: ReadonlyMap<string, EmployerRow>;
  readonly offers: ReadonlyMap<string, PlacementOfferRow>;
}

/** Brings in offers of active companies. An offer that is known keeps its company, its state and the places that are held. */
export function createOfferImport({ store, findEmployers }: OfferImportDeps) {
  return async (context: Context, { rows }: ImportOffersInput): Promise<ImportResult> => {
    const [employers, offers] = await Promise.all([
      findEmployers([...new Set(rows.flatMap((row) => normaliseKvkNumber(row.kvkNumber) ?? []))]),
      store.findByNumbers([...new Set(rows.map((row) => row.offerNumber.trim()))]),
    ]);
    const known: Known = {
      employers: new Map(employers.map((row) => [row.kvkNumber ?? '', row])),
      offers: new Map(offers.map((row) => [row.offerNumber, row])),
    };
    return importRows(context, rows, {
      model: store.model,
      check: (row) => checkRow(row, known, context),
      keyOf: (facts) => facts.offerNumber,
      findExisting: () => Promise.resolve(offers),
      keyOfRow: (row) => row.offerNumber,
      idOf: (facts) => derivedId('ofr', facts.offerNumber),
      toRow,
      events: (id, { employerId }, existing) => [{ type: existing ? 'OfferChanged' : 'OfferPublished', data: { offerId: id, employerId } }],
      freeTextColumns: ['title', 'description', 'sector'],
    });
  };
}

function checkRow(row: OfferImportRow, known: Known, { clock }: Context): RowCheck<Facts> {
  const offerNumber = row.offerNumber.trim();
  if (!isImportNumber(offerNumber)) return wrong('offerNumber', IMPORT_NUMBER_RULE);
  const employer = known.employers.get(normaliseKvkNumber(row.kvkNumber) ?? '');
  if (!employer)
    return {
      ...wrong('kvkNumber', { nl: 'er is geen werkgever met dit KVK-nummer', en: 'there is no employer with this KVK number' }),
      code: 'NOT_FOUND',
    };
  const number = normaliseEstablishmentNumber(row.establishmentNumber);
  const site = employer.sites.find((candidate) => number !== null && candidate.establishmentNumber === number);
  if (!site)
    return {
      ...wrong('establishmentNumber', {
        nl: 'de werkgever heeft geen vestiging met dit nummer',
        en: 'the employer has no site with this number',
      }),
      code: 'NOT_FOUND',
    };
  const offer = checkOffer(row);
  if (!offer.ok) return offer;
  const existing = known.offers.get(offerNumber);
  if (!existing && employer.state !== 'ACTIVE')
    return wrong('kvkNumber', { nl: 'een werkgever die actief is', en: 'an employer that is active' });
  if (existing && existing.employerId !== employer._id)
    return wrong('offerNumber', {
      nl: 'dit nummer hoort bij een aanbod van een ander bedrijf',
      en: 'this number belongs to an offer of another company',
    });
  const problem = existing && heldPlacesProblem(offer.facts, existing.reservations, clock.now(), clock.today());
  if (problem)
    return problem.code === 'PLACES_HELD'
      ? wrong('places', {
          nl: `er zijn al ${problem.held} plaatsen tegelijk bezet`,
          en: `${problem.held} places are held at the same time already`,
        })
      : wrong('endsOn', {
          nl: `er is een plaats bezet van ${problem.startsOn} tot en met ${problem.endsOn}`,
          en: `a place is held from ${problem.startsOn} to ${problem.endsOn}`,
        });
  return { ok: true, facts: { ...offer.facts, offerNumber, employerId: employer._id, siteId: site._id } };
}

/** An empty optional column leaves what is known. */
function toRow(facts: Facts, existing: PlacementOfferRow | undefined): Partial<PlacementOfferRow> {
  const merged = {
    ...facts,
    description: facts.description ?? existing?.description ?? null,
    sector: facts.sector ?? existing?.sector ?? null,
  };
  return { ...merged, searchKeys: offerSearchKeys(merged), ...(existing ? {} : { state: 'OPEN', reservations: [] }) };
}
