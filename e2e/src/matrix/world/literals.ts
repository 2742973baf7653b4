import type { World } from './world.ts';
import { day } from './days.ts';

/** What lists are narrowed by, beside ids: the words of the story's own records, so that a filter finds them if it may. */
export function literalsOf(world: World): Readonly<Record<string, readonly string[]>> {
  const text = (value: string) => [JSON.stringify(value)];
  const word = (of: string) => text(world.canaries.of(of));
  return {
    Date: [JSON.stringify(day(0))],
    DateTime: [JSON.stringify(`${day(0)}T00:00:00Z`)],
    locationCode: text(world.ground.literals['locationCode'] ?? ''),
    kvkNumber: text(world.ground.literals['kvkNumber'] ?? ''),
    staffNumber: word('staff guide.staffNumber'),
    search: [
      ...word('seventeen Student.familyName'),
      ...word('staff guide.familyName'),
      ...word('company A name'),
      ...word('company A title'),
    ],
    group: word('seventeen Student.group'),
    schoolPupilNumber: word('seventeen Student.schoolPupilNumber'),
    schoolPupilNumbers: word('seventeen Student.schoolPupilNumber'),
    city: word('company A city'),
    labourMarketRegion: word('company A region'),
    region: word('company A region'),
    name: [...word('CompanyGroup.name'), ...word('seventeen PartnerOrganisation.name')],
    offerNumber: word('company A offerNumber'),
    personNumber: word('company A personNumber'),
    placementNumber: word('seventeen Placement.placementNumber'),
    handoverNumber: word('seventeen WarmHandover.handoverNumber'),
    code: text('MAILBOX_UNKNOWN'),
  };
}
