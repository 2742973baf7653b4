import { describe, expect, it } from '@jest/globals';
import { GatewayRefusal, GatewayUnavailable, InputRefused, type Gateway } from './gateway.ts';
import { gatewaySender, persistent, RowsRefused, type Batch, type BatchResult, type Send } from './send.ts';
import { accepted, recordingSend } from './test-support.ts';

const batchOf = (...numbers: string[]): Batch => ({
  kind: 'students',
  locationCode: '05KO00',
  rows: numbers.map((schoolPupilNumber) => ({ schoolPupilNumber })),
});
const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(97 + index));
const noPause = async () => {};
/** Fails with the given errors first, then answers. */
function failing(errors: Error[], answer: (batch: Batch) => BatchResult = accepted): { send: Send; batches: Batch[] } {
  return recordingSend((batch) => {
    const error = errors.shift();
    if (error) throw error;
    return answer(batch);
  });
}

describe('a persistent sender', () => {
  it('repeats the same rows until they are answered, and waits longer each time', async () => {
    const pauses: number[] = [];
    const told: string[] = [];
    const { send, batches } = failing([new GatewayUnavailable('503'), new GatewayUnavailable('429', 3_000), new GatewayUnavailable('503')]);
    const result = await persistent(send, { pause: async (ms) => pauses.push(ms), waiting: (reason) => told.push(reason) })(
      batchOf('a', 'b'),
    );
    expect(result).toMatchObject({ created: 2 });
    expect(batches).toEqual([batchOf('a', 'b'), batchOf('a', 'b'), batchOf('a', 'b'), batchOf('a', 'b')]);
    expect(pauses).toEqual([500, 3_000, 2_000]);
    expect(told).toEqual(['503', '429', '503']);
  });

  it('gives up after its attempts', async () => {
    const { send, batches } = failing(Array.from({ length: 9 }, () => new GatewayUnavailable('503')));
    await expect(persistent(send, { attempts: 3, pause: noPause })(batchOf('a'))).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(batches).toHaveLength(3);
  });

  it('does not repeat what will never be allowed', async () => {
    const { send, batches } = failing([new GatewayRefusal('FORBIDDEN', 'no')]);
    await expect(persistent(send, { pause: noPause })(batchOf('a'))).rejects.toBeInstanceOf(GatewayRefusal);
    expect(batches).toHaveLength(1);
  });

  it('narrows a batch that was refused as a whole down to the row at fault, and sends all others once', async () => {
    const went: unknown[] = [];
    const { send } = recordingSend((batch) => {
      if (batch.rows.some((row) => row['schoolPupilNumber'] === 'q' || row['schoolPupilNumber'] === 'c')) throw new InputRefused('refused');
      went.push(...batch.rows.map((row) => row['schoolPupilNumber']));
      return accepted(batch);
    });
    const result = await persistent(send, { pause: noPause })(batchOf(...letters));
    expect(result).toMatchObject({ created: 24, refused: [{ row: 2 }, { row: 16 }] });
    expect(went).toEqual(letters.filter((letter) => letter !== 'q' && letter !== 'c'));
  });

  it('takes out the rows that the service names and sends the rest again, keeping their places', async () => {
    const { send, batches } = failing([new RowsRefused([{ row: 1, column: 'description', message: 'a number' }])], (batch) => ({
      created: batch.rows.length - 1,
      updated: 0,
      unchanged: 0,
      refused: [{ row: 1, column: 'title', message: 'too long' }],
    }));
    const result = await persistent(send, { pause: noPause })(batchOf('a', 'b', 'c', 'd'));
    expect(batches[1]).toEqual(batchOf('a', 'c', 'd'));
    expect(result).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      refused: [
        { row: 1, column: 'description', message: 'a number' },
        { row: 2, column: 'title', message: 'too long' },
      ],
    });
  });

  it('cuts rows into requests that the gateway reads, and keeps their places', async () => {
    const { send, batches } = recordingSend((batch) => ({
      created: batch.rows.length - 1,
      updated: 0,
      unchanged: 0,
      refused: [{ row: 0, column: 'group', message: 'a rule' }],
    }));
    const rows = Array.from({ length: 500 }, (_, index) => ({ schoolPupilNumber: String(index), givenName: 'é'.repeat(250) }));
    const result = await persistent(send, { pause: noPause })({ kind: 'students', locationCode: '05KO00', rows });
    expect(batches.flatMap((batch) => batch.rows)).toEqual(rows);
    expect(Math.max(...batches.map((batch) => Buffer.byteLength(JSON.stringify(batch.rows))))).toBeLessThan(90_100);
    expect(batches.length).toBeLessThan(5);
    expect(result.created).toBe(500 - batches.length);
    const starts = batches.map((_, index) => batches.slice(0, index).reduce((sum, batch) => sum + batch.rows.length, 0));
    expect(result.refused.map(({ row }) => row)).toEqual(starts);
  });

  it('stops asking row by row when the gateway refuses every one of them', async () => {
    const { send, batches } = recordingSend(() => {
      throw new InputRefused('refused');
    });
    await expect(persistent(send, { pause: noPause })(batchOf(...letters, ...letters))).rejects.toThrow(/another version/);
    expect(batches.length).toBeLessThan(60);
  });
});

describe('sending to the gateway', () => {
  const gatewayThat = (payload: unknown): Gateway & { asked: [string, Record<string, unknown>][] } => {
    const asked: [string, Record<string, unknown>][] = [];
    return {
      asked,
      run: async (document, variables) => (asked.push([document, variables]), { importStudents: payload }),
      close: async () => {},
    };
  };

  it('runs the bulk mutation of the kind, with the location for pupils', async () => {
    const gateway = gatewayThat({ created: 1, updated: null, unchanged: 0, refused: null, userErrors: [] });
    expect(await gatewaySender(gateway)(batchOf('a'))).toEqual({ created: 1, updated: 0, unchanged: 0, refused: [] });
    expect(gateway.asked[0]?.[0]).toMatch(/mutation ImportStudents\(\$input: ImportStudentsInput!\)/);
    expect(gateway.asked[0]?.[1]).toEqual({ input: { locationCode: '05KO00', rows: [{ schoolPupilNumber: 'a' }] } });
  });

  it.each([
    ['a missing payload, as when the subgraph is down', null, GatewayUnavailable],
    ['an unavailable service', { userErrors: [{ code: 'SERVICE_UNAVAILABLE', field: null, message: 'later' }] }, GatewayUnavailable],
    ['a refusal of the whole', { userErrors: [{ code: 'NOT_FOUND', field: 'locationCode', message: 'no such location' }] }, GatewayRefusal],
    ['a refusal of one row', { userErrors: [{ code: 'NATIONAL_NUMBER', field: 'rows.0.group', message: 'a number' }] }, RowsRefused],
  ])('tells apart: %s', async (_name, payload, kind) => {
    await expect(gatewaySender(gatewayThat(payload))(batchOf('a'))).rejects.toBeInstanceOf(kind);
  });
});
