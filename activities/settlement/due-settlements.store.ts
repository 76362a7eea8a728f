import type { IsoDate } from '@due-process/contracts';
import type { Pool } from 'pg';
import { agreementOn } from './agreement-on';

/** One settlement that a month asks for: an item of the catalogue for an institution with an agreement in that month. */
export interface DueSettlement {
  itemCode: string;
  agency: string;
  channel: string;
  variant: string | null;
  reports: boolean;
  creditCode: string;
  kind: string;
  name: string;
  officeId: string | null;
  organisation: string | null;
  /** Card data of the month, for pharmacies. */
  claimedFen: number;
  transactions: number;
  merchants: number;
}

export interface DuePage {
  firstDay: IsoDate;
  lastDay: IsoDate;
  /** `<item>|<credit code>` of the last one told of. */
  after: string;
  limit: number;
}

/**
 * Which items settle by the month and for whom stands in the rules of the catalogue, the newest of each item; who has an agreement stands in the list of
 * institutions, a row an agreement. One that ended within the month is still settled; two in a month are one settlement. Card data count on the days
 * on which the pharmacy had an agreement; a city's set adds up those of all its pharmacies.
 */
const statement = `
  with item as (
    select distinct on (item_code) item_code, rules->>'agency' as agency, rules->'params' as params
      from case_rules where rules->>'story' = 'institutionSettlement' order by item_code, created_at desc
  ), due as (
    select distinct on (place) item.item_code, params, list.*, item.item_code || '|' || list.credit_code as place
      from item join designated_institution list on list.agency = item.agency
       and list.kind = case params->>'opensFor'
             when 'hospitals' then 'hospital' when 'pharmacies' then 'pharmacy' when 'cityPharmacies' then 'pharmacySet' end
     where list.designated_on <= $2 and (list.ended_on is null or list.ended_on >= $1)
     order by place, list.designated_on desc
  )
  select due.item_code as "itemCode", due.params->>'opensBy' as channel, due.params->>'opensAs' as variant,
         (due.params->>'reports')::boolean as reports, due.agency, due.credit_code as "creditCode", due.kind, due.name,
         due.office_id as "officeId", due.organisation, due.place,
         coalesce(cards.fen, 0)::float8 as "claimedFen", coalesce(cards.transactions, 0)::int as transactions,
         coalesce(cards.merchants, 0)::int as merchants
    from due left join lateral (
      select sum(amount_fen) as fen, count(*) as transactions, count(distinct merchant_no) as merchants
        from card_transaction card
       where card.agency = due.agency and card.traded_on between $1 and $2
         and due.kind <> 'hospital' and exists (
           select 1 from designated_institution shop
            where shop.agency = card.agency and shop.merchant_no = card.merchant_no and ${agreementOn('shop', 'card.traded_on')}
              and (due.kind = 'pharmacySet' or shop.credit_code = due.credit_code))
    ) cards on true
   where due.place > $3 order by due.place limit $4`;

export interface DueSettlements {
  page(input: DuePage): Promise<(DueSettlement & { place: string })[]>;
}

export function createDueSettlements(pool: Pool): DueSettlements {
  return {
    async page({ firstDay, lastDay, after, limit }) {
      const { rows } = await pool.query<DueSettlement & { place: string }>(statement, [
        firstDay,
        lastDay,
        after,
        limit,
      ]);
      return rows;
    },
  };
}
