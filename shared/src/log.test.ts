import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.ts';

describe('a log line', () => {
  const written = (keepMessages: boolean, log: (to: ReturnType<typeof createLog>) => void): string => {
    let text = '';
    log(createLog({ service: 'test', level: 'debug', keepMessages, to: { write: (line: string) => (text += line) } }));
    return text;
  };
  const typed = Object.assign(new Error('no such pupil: Sanne Zonneveld'), { code: 'E1', cause: new TypeError('Sanne Zonneveld') });

  it('tells an error by name, code and stack; its message, which may hold what a person typed, only in development', () => {
    const line = JSON.parse(written(false, (log) => log.error({ event: 'failed', err: typed }))) as { err: object };
    expect(line).toMatchObject({
      level: 'error',
      service: 'test',
      event: 'failed',
      err: { name: 'Error', code: 'E1', stack: expect.stringContaining('at ') },
    });
    expect(JSON.stringify(line)).not.toContain('Zonneveld');
    expect(written(true, (log) => log.error({ event: 'failed', err: typed }))).toContain('Zonneveld');
  });
  it('drops the message of whatever was thrown, also of what only looks like an error', () => {
    const lookalike = { message: 'Sanne Zonneveld' };
    const text = written(false, (log) => {
      log.warn({ event: 'failed', err: lookalike });
      log.child({ requestId: 'r' }).error({ event: 'failed', err: typed });
    });
    expect(text).toContain('"failed"');
    expect(text).not.toContain('Zonneveld');
  });
});
