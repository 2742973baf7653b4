import { z } from 'zod';

/** The samplers of the OpenTelemetry specification. */
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type SamplerName = (typeof SAMPLERS)[number];

/** `key=value` pairs with commas between them, percent-encoded, as the specification writes lists. */
const pairs = z.string().transform((text, context) => {
  const found: [string, string][] = [];
  for (const part of text.split(',')) {
    const [key = '', value = ''] = part.split(/=(.*)/s).map((side) => side.trim());
    if (key === '' || value === '' || !/^[\w.-]+$/.test(key) || !isEncoded(value)) {
      context.addIssue({ code: 'custom', message: 'must be key=value pairs with commas between them, values percent-encoded' });
      return z.NEVER;
    }
    found.push([key, decodeURIComponent(value)]);
  }
  return Object.fromEntries(found);
});

function isEncoded(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

/** Tracing, under the standard names of OpenTelemetry. Without an endpoint it is off and nothing of it is loaded. */
export const tracingSettings = {
  /** Base URL of a collector (OTLP over HTTP); `/v1/traces` is added to it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be the http(s):// base URL of an OTLP collector, such as http://collector:4318' })
    .optional(),
  /** Headers for the collector, such as its API key: a secret. */
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', 'must be http/json: the other protocols of OTLP are not spoken here').optional(),
  /** What the collector calls this process; by default what its log lines are called. */
  OTEL_SERVICE_NAME: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes')
    .optional(),
  /** Further attributes of this process, such as `deployment.environment.name=production`. */
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional(),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS, `must be one of ${SAMPLERS.join(', ')}`).default('parentbased_always_on'),
  /** Share of the traces that is kept by the `traceidratio` samplers. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number from 0 to 1')
    .min(0, 'must be a number from 0 to 1')
    .max(1, 'must be a number from 0 to 1')
    .default(1),
};

/** The settings as they are read. */
export type TracingConfig = Readonly<z.output<z.ZodObject<typeof tracingSettings>>>;
