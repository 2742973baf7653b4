/** What a child may inherit; everything else is given to it by name, so that no secret or stray setting of the shell reaches it. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TZ',
  'LANG',
  'LC_ALL',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // Whoever has a collector at hand sees the traces of his stack in it. Not the name of the service: each process has its own.
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
] as const;

export function inheritedEnvironment(env: Record<string, string | undefined>, root: string): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  // Compiled code is kept between starts: a process is ready in two thirds of the time.
  return { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: `${root}/.cache/node-compile` };
}
