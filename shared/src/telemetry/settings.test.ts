import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, readConfig } from '../config.ts';
import { tracingSettings } from './settings.ts';

const read = (env: Record<string, string>) => readConfig(z.object(tracingSettings), env);

describe('the settings of tracing', () => {
  it('are off without a collector, and keep every trace with one', () => {
    expect(read({}).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined();
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' })).toMatchObject({
      OTEL_TRACES_SAMPLER: 'parentbased_always_on',
      OTEL_TRACES_SAMPLER_ARG: 1,
    });
  });
  it('read lists as the specification writes them', () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20a=b, x-team = lob', OTEL_RESOURCE_ATTRIBUTES: 'a.b=c' };
    expect(read(env)).toMatchObject({
      OTEL_EXPORTER_OTLP_HEADERS: { authorization: 'Bearer a=b', 'x-team': 'lob' },
      OTEL_RESOURCE_ATTRIBUTES: { 'a.b': 'c' },
    });
  });
  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'lob-collector:4318'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'secret-token'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%E0%A4%A'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_SERVICE_NAME', 'a name'],
    ['OTEL_RESOURCE_ATTRIBUTES', '=x'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_TRACES_SAMPLER_ARG', 'half'],
  ])('refuse %s=%s by its name, without repeating the value', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError);
    expect(() => read({ [name]: value })).toThrow(new RegExp(`  ${name}: must be`));
    expect(() => read({ [name]: value })).not.toThrow(value);
  });
});
