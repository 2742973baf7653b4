import mongoose from 'mongoose';
import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';
import { databaseUrl } from '../../../../tools/stack/src/documents.ts';

export type Row = Record<string, unknown> & { readonly _id: string };
/** The documents themselves, beside all rules: which records there are is not to be learned by asking for them. */
export interface Store {
  /** All documents whose id begins with a prefix, oldest first. */
  rows(service: ServiceName, prefix: string): Promise<Row[]>;
  insert(service: ServiceName, collection: string, row: object): Promise<void>;
  update(service: ServiceName, collection: string, id: string, set: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

export async function openDocuments(url: string): Promise<Store> {
  const connections = new Map(
    await Promise.all(SERVICES.map(async (name) => [name, await mongoose.createConnection(databaseUrl(url, name)).asPromise()] as const)),
  );
  const database = (service: ServiceName) => {
    const db = connections.get(service)?.db;
    if (!db) throw new Error(`No database of ${service} is open`);
    return db;
  };
  return {
    async rows(service, prefix) {
      const names = await database(service).listCollections().toArray();
      const found = await Promise.all(names.map(({ name }) => database(service).collection<Row>(name).find({}).toArray()));
      return found
        .flat()
        .filter(({ _id }) => typeof _id === 'string' && _id.startsWith(`${prefix}_`))
        .toSorted((left, right) => left._id.localeCompare(right._id));
    },
    async insert(service, collection, row) {
      await database(service).collection(collection).insertOne(row);
    },
    async update(service, collection, id, set) {
      await database(service)
        .collection<Row>(collection)
        .updateOne({ _id: id }, { $set: { ...set } });
    },
    async close() {
      await Promise.all([...connections.values()].map((connection) => connection.close()));
    },
  };
}
