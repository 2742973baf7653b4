/** What a browser sees at the endpoint in development. Nothing is loaded from elsewhere. */
export const LANDING_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Servicepunt LOB: GraphQL endpoint</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}code,pre{background:#f3f3f3;padding:.1rem .3rem}pre{padding:1rem;overflow:auto}</style>
<h1>Servicepunt LOB</h1>
<p>This is the GraphQL endpoint of the Servicepunt: internships, evaluations and warm handovers of the schools for special secondary education.</p>
<p>Programs send operations by <code>POST</code> with <code>content-type: application/json</code> and one of:</p>
<ul>
<li><code>authorization: Bearer &lt;token of the sign-in&gt;</code></li>
<li><code>authorization: Bearer slk_…</code> (API key of an HR system)</li>
<li><code>authorization: Link &lt;token&gt;</code> (the link of a mail)</li>
</ul>
<p>In development <code>npm run token -- --role COORDINATOR</code> prints a token:</p>
<pre>curl -s "$URL" -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\
  -d '{"query":"{ viewer { id kind } }"}'</pre>
`;
export const LANDING_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
