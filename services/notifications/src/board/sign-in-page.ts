const WORDS = {
  stranger: 'Paste the token of your sign-in. It stays in this process and ends with it.',
  'other-role': 'This page is for operators. Your account has another role.',
  unknown: 'Who you are can not be checked now. Try again in a moment.',
} as const;

/** What somebody sees who isn't let in. */
export function signInPage(basePath: string, why: keyof typeof WORDS): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Servicepunt LOB: queues</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}textarea{width:100%;font:13px monospace}button{font:inherit;padding:.4rem 1.2rem}</style>
<main>
<h1>Queues</h1>
<p>${WORDS[why]}</p>
<form method="post" action="${basePath}/sign-in">
<p><label for="token">Token of an operator</label></p>
<p><textarea id="token" name="token" rows="6" required autocomplete="off" spellcheck="false"></textarea></p>
<p><button>Sign in</button></p>
</form>
</main>
`;
}
