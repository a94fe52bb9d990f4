// The one form of what is sent (RFC 8785), as far as acts need it: texts, whole numbers, yes and no, nothing, lists and
// members. Names are sorted by UTF-16 units, which is what sort() does.
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};

export const sha256 = async (value) => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
  return [...new Uint8Array(hash)].map((part) => part.toString(16).padStart(2, '0')).join('');
};
