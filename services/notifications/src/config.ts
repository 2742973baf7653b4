import { z } from 'zod';
import { serviceSettings, serviceUrl } from '@servicepunt/shared/config';
import { ANSWER_MS } from './engine/deliver.ts';
import { HORIZON_MS } from './engine/scheduled.ts';
import { REMIND_AGAIN_AFTER_MS } from './rule/rules.ts';

/** Services that this one asks: whether a reminder is needed, who gets it, and what those people are called. */
const others = { STUDENTS_URL: serviceUrl, EMPLOYERS_URL: serviceUrl, PLACEMENTS_URL: serviceUrl };
/** Where links in mails lead. */
const FRONTEND_URL = z
  .url({ protocol: /^https?$/, error: 'must be the http(s):// address of the frontend' })
  .transform((url) => url.replace(/\/+$/, ''));

const milliseconds = (fallback: number) => z.coerce.number('must be a number of milliseconds').int().min(10).default(fallback);

/** Settings of the API process. */
export const notificationsSettings = z.object({
  ...serviceSettings,
  ...others,
  FRONTEND_URL: FRONTEND_URL.default('http://localhost:5173'),
  /** Where operators sign in who look at the queues (`/board` on the ops port); without it there is no such page. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the issuer of the sign-in tokens: an https:// URL' }).optional(),
  OIDC_AUDIENCE: z.string().min(1).default('servicepunt'),
  /** How soon a person may have people reminded of the same thing again. */
  REMIND_AGAIN_AFTER_MS: z.coerce.number('must be a number of milliseconds').int().min(0).default(REMIND_AGAIN_AFTER_MS),
});

/** Settings of the worker process. */
export const workerSettings = z.object({
  ...serviceSettings,
  ...others,
  FRONTEND_URL,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'must be an address, or a name with an address in angle brackets')
    .default('Servicepunt LOB <noreply@servicepunt.example>'),
  /** Domain of the return paths (`bounce+…@domain`); its mail has to come to this process. Without it nobody learns what came back. */
  BOUNCE_DOMAIN: z
    .string()
    .regex(
      /^(?=.{4,190}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i,
      'must be a domain name, such as bounce.school.example',
    )
    .optional(),
  /** Where it listens for them. */
  BOUNCE_PORT: z.coerce.number('must be a port').int().min(0).max(65_535).default(2_525),
  /** Folder with `tls.crt` and `tls.key` for that port (STARTTLS); without it mail comes in clear text. */
  BOUNCE_TLS_DIR: z.string().min(1).optional(),
  /** Connections to the mail server that one worker holds at most. */
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
  /** How often a worker looks for what comes within the horizon. */
  TICK_MS: milliseconds(1_000),
  /** How far ahead reminders are in Redis; the rest is in MongoDB alone. */
  HORIZON_MS: z.coerce.number().int().min(0).default(HORIZON_MS),
  /** How often MongoDB and Redis are compared in both directions. */
  RECONCILE_EVERY_MS: milliseconds(60_000),
  /** How long a claim holds without being renewed. */
  REMINDER_LEASE_MS: milliseconds(30_000),
  DELIVERY_LEASE_MS: milliseconds(60_000),
  /** How long a claim holds once a mail was handed over: as long as a mail server may take to acknowledge it (RFC 5321: ten minutes). */
  DELIVERY_ANSWER_MS: milliseconds(ANSWER_MS),
  /** After this long without a sign of life of its worker a job runs again elsewhere. */
  JOB_LOCK_MS: milliseconds(30_000),
});
