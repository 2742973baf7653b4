import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

/** Everybody may know who he is here; the records behind it follow their own policies. */
export const viewerParts = partsOf('ViewerInfo', 'ViewerGrant');
export const viewerOperations = operationPolicy({ Query: { viewer: 'signedIn' } });
