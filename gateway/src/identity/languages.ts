import { LANGUAGES, type Language, type Viewer } from '@servicepunt/shared/contracts/roles';

/** The language of `accept-language` that we speak, by quality; undefined when it names none of them. */
export function preferredLanguage(header: string | undefined): Language | undefined {
  if (header === undefined) return undefined;
  let best: Language | undefined;
  let bestQuality = 0;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const language = LANGUAGES.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (language !== undefined && quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}

/**
 * A viewer in each language. The same object is handed out again and again: subgraph tokens are signed once per viewer object,
 * not once per request.
 */
export function inLanguages(viewer: Viewer): (header: string | undefined) => Viewer {
  const variants = new Map<Language, Viewer>([[viewer.language, viewer]]);
  return (header) => {
    const language = preferredLanguage(header);
    if (language === undefined) return viewer;
    let variant = variants.get(language);
    if (!variant) variants.set(language, (variant = { ...viewer, language }));
    return variant;
  };
}
