/**
 * The page's policy lets no text become a script but what this one rule lets through: the workers of
 * our own build. Browsers without trusted types take the text as it is.
 */
type ScriptUrls = { createScriptURL: (url: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls };

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('carillon', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin === location.origin) return url;
    throw new TypeError('a worker from elsewhere');
  },
});

export function trustedScript(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}
