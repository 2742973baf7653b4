import { AuditAction } from '../schema.generated.ts';
import type { AuditEntry } from './rules.ts';

const KNOWN = new Map<string, AuditAction>(Object.values(AuditAction).map((action) => [action, action]));

/** Null for what a newer release of another service told: this one has no name for it yet, and the line stands all the same. */
export const knownAction = (entry: AuditEntry): AuditAction | null => KNOWN.get(entry.action) ?? null;
