/** The floor: what somebody would write by hand for exactly these three queries, without identity, limits, logging or metrics. */
import { createServer } from 'node:http';
import { Pool } from 'undici';

const { PORT = '0', ADDRESSES = '{}' } = process.env;
const addresses = JSON.parse(ADDRESSES) as Record<string, string>;
const pools = Object.fromEntries(Object.entries(addresses).map(([name, url]) => [name, new Pool(url, { connections: 64, pipelining: 1 })]));

type Row = Record<string, unknown> & { id: string };
// oxlint-disable-next-line typescript/no-explicit-any -- answers of known queries.
async function ask(name: string, query: string, ids?: readonly string[], typename?: string): Promise<any> {
  const body = JSON.stringify(ids ? { query, variables: { representations: ids.map((id) => ({ __typename: typename, id })) } } : { query });
  const answer = await (pools[name] as Pool).request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return ((await answer.body.json()) as { data: unknown }).data;
}
async function byId(name: string, typename: string, fields: string, ids: readonly string[]): Promise<Map<string, Row>> {
  const unique = [...new Set(ids)];
  const query = `query($representations:[_Any!]!){_entities(representations:$representations){...on ${typename}{${fields}}}}`;
  const { _entities: rows } = (await ask(name, query, unique, typename)) as { _entities: Row[] };
  return new Map(unique.map((id, index) => [id, rows[index] as Row]));
}

async function field() {
  return ask('students', '{student(id:"stu_1"){givenName}}');
}
async function page() {
  const { placements } = (await ask('placements', '{placements(first:20){id kind startsOn endsOn student{id}employer{id}}}')) as {
    placements: (Row & { student: Row; employer: Row })[];
  };
  const [students, employers, reminders] = await Promise.all([
    byId(
      'students',
      'Student',
      'givenName familyName group',
      placements.map((row) => row.student.id),
    ),
    byId(
      'employers',
      'Employer',
      'name city',
      placements.map((row) => row.employer.id),
    ),
    byId(
      'notifications',
      'Placement',
      'reminders{id dueAt status}',
      placements.map((row) => row.id),
    ),
  ]);
  return {
    placements: placements.map((row) => ({
      id: row.id,
      kind: row['kind'],
      startsOn: row['startsOn'],
      endsOn: row['endsOn'],
      student: { id: row.student.id, ...students.get(row.student.id) },
      employer: { id: row.employer.id, ...employers.get(row.employer.id) },
      reminders: reminders.get(row.id)?.['reminders'],
    })),
  };
}
async function deep() {
  type Placed = Row & { student: Row; employer: Row };
  const { placements } = (await ask('placements', '{placements(first:50){id kind student{id}employer{id}}}')) as { placements: Placed[] };
  const studentIds = placements.map((row) => row.student.id);
  const [students, own, employersOfPage] = await Promise.all([
    byId('students', 'Student', 'givenName familyName', studentIds),
    byId('placements', 'Student', 'placements{id kind employer{id}}', studentIds),
    byId(
      'employers',
      'Employer',
      'name city',
      placements.map((row) => row.employer.id),
    ),
  ]);
  const inner = [...own.values()].flatMap((row) => row['placements'] as (Row & { employer: Row })[]);
  const [employers, reminders] = await Promise.all([
    byId(
      'employers',
      'Employer',
      'name city',
      inner.map((row) => row.employer.id),
    ),
    byId(
      'notifications',
      'Placement',
      'reminders{id status}',
      inner.map((row) => row.id),
    ),
  ]);
  return {
    placements: placements.map((row) => ({
      id: row.id,
      kind: row['kind'],
      student: {
        id: row.student.id,
        givenName: students.get(row.student.id)?.['givenName'],
        familyName: students.get(row.student.id)?.['familyName'],
        placements: ((own.get(row.student.id) as Row)['placements'] as (Row & { employer: Row })[]).map((placement) => ({
          id: placement.id,
          kind: placement['kind'],
          employer: employers.get(placement.employer.id),
          reminders: reminders.get(placement.id)?.['reminders'],
        })),
      },
      employer: { id: row.employer.id, ...employersOfPage.get(row.employer.id) },
    })),
  };
}

createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { query: string };
    const run = query.includes('query Page') ? page : query.includes('query Deep') ? deep : field;
    void run().then((data) => {
      const text = JSON.stringify({ data });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    });
  });
}).listen(Number(PORT), '127.0.0.1');
