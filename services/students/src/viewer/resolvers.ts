import type { Grant } from '@servicepunt/shared/contracts/roles';
import type { Resolvers } from '../schema.generated.ts';
import type { SignedIn } from './rules.ts';

const idWithin = ({ scope }: Grant, kind: Exclude<Grant['scope']['kind'], 'ALL'>): string | null => (scope.kind === kind ? scope.id : null);
const isRecord = (viewer: SignedIn, prefix: string): boolean => viewer.id.startsWith(`${prefix}_`);

export const viewerResolvers: Pick<Resolvers, 'Query' | 'ViewerInfo' | 'ViewerGrant'> = {
  Query: { viewer: (_source, _args, { viewer }) => (viewer.kind === 'SERVICE' ? null : { ...viewer, kind: viewer.kind }) },
  ViewerInfo: {
    staffMember: (viewer, _args, context) => (isRecord(viewer, 'stf') ? context.loaders.staffMember.load(viewer.id) : null),
    guardian: (viewer, _args, context) => (isRecord(viewer, 'grd') ? context.loaders.guardian.load(viewer.id) : null),
  },
  ViewerGrant: {
    reach: ({ scope }) => scope.kind,
    schoolLocation: (grant, _args, context) => {
      const id = idWithin(grant, 'LOCATION');
      return id === null ? null : context.loaders.schoolLocation.load(id);
    },
    student: (grant, _args, context) => {
      const id = idWithin(grant, 'STUDENT');
      return id === null ? null : context.loaders.student.load(id);
    },
    employer: (grant) => {
      const id = idWithin(grant, 'EMPLOYER');
      return id === null ? null : { id };
    },
    taskId: (grant) => idWithin(grant, 'TASK'),
    apiScopes: ({ apiScopes }) => (apiScopes ? [...apiScopes] : null),
  },
};
