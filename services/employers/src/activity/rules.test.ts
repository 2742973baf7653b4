import { describe, expect, it } from '@jest/globals';
import { goesToday, isIdle, isNoticeDue, noticeOf } from './rules.ts';

describe('an idle contact', () => {
  const notice = { toldOn: '2026-11-10', lastOn: '2024-11-23', goesOn: '2026-11-24', mailedOn: '2026-11-17' };
  const contact = { notice, lastOn: '2024-11-23', hasAddress: true };

  it('has had his time after two years, the day itself still kept', () => {
    expect([isIdle('2024-11-24', '2026-11-24'), isIdle('2024-11-23', '2026-11-24')]).toEqual([false, true]);
  });
  it('is told two weeks before, and from then on has two weeks, however late it is told', () => {
    expect([isNoticeDue('2024-11-24', '2026-11-10'), isNoticeDue('2024-11-23', '2026-11-10')]).toEqual([false, true]);
    expect(noticeOf('2024-11-23', '2026-11-10')).toEqual({ toldOn: '2026-11-10', lastOn: '2024-11-23', goesOn: '2026-11-24' });
    expect(noticeOf('2019-01-01', '2026-11-24').goesOn).toBe('2026-12-08');
  });
  it('goes a week after his mail', () => {
    expect(goesToday(contact, '2026-11-24')).toBe(true);
    expect(goesToday(contact, '2026-11-23')).toBe(false);
    expect(goesToday({ ...contact, notice: { ...notice, mailedOn: '2026-11-18' } }, '2026-11-24')).toBe(false);
    expect(goesToday({ ...contact, notice: undefined }, '2026-11-24')).toBe(false);
  });
  it('stays when anything happened since he was told', () => {
    expect(goesToday({ ...contact, lastOn: '2026-11-20' }, '2026-11-24')).toBe(false);
    expect(goesToday({ ...contact, lastOn: '2026-11-20' }, '2028-01-01')).toBe(false);
  });
  it('without a mail goes when there is no address, or a month later', () => {
    const { mailedOn: _, ...unmailed } = notice;
    expect(goesToday({ ...contact, notice: unmailed }, '2026-11-24')).toBe(false);
    expect(goesToday({ ...contact, notice: unmailed, hasAddress: false }, '2026-11-24')).toBe(true);
    expect(goesToday({ ...contact, notice: unmailed }, '2026-12-24')).toBe(true);
  });
});
