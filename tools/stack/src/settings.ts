import { z } from 'zod';
import { port } from '@servicepunt/shared/config';

const mongoUrl = z.string().regex(/^mongodb(\+srv)?:\/\/[^/]+/, 'must look like mongodb://host:27017/');

/** What a person may set for `npm start`; all of it is optional. */
export const stackSettings = z.object({
  /** Port of the gateway; 0 takes any free one. */
  PORT: port(4000),
  DATA_DIR: z.string().default('.data'),
  SAMPLE_DATA: z.enum(['full', 'none'], 'must be full or none').default('full'),
  MONGODB_URL: mongoUrl.optional(),
  MONGOD_BINARY: z.string().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must look like redis://host:6379' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://host:25' }).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the URL of the identity provider' }).optional(),
  OIDC_AUDIENCE: z.string().default('servicepunt'),
  /** Where the frontend runs: links in mails lead there, and it may call the gateway. */
  FRONTEND_URL: z.url({ protocol: /^https?$/, error: 'must be the URL of the frontend' }).default('http://localhost:5173'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  NODE_ENV: z.enum(['development', 'test'], 'must be development or test: this stack signs anybody in').default('development'),
  PATH: z.string().default(''),
});

export type StackSettings = Readonly<z.output<typeof stackSettings>>;
