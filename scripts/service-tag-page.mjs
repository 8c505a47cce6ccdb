// Pages on which Microsoft publishes the service tags of each cloud every week: each links to a file whose name
// contains the date.
/** @type {Readonly<Record<string, string>>} */
export const downloadPages = {
  public: 'https://www.microsoft.com/en-us/download/details.aspx?id=56519',
  usgov: 'https://www.microsoft.com/en-us/download/details.aspx?id=57063',
  china: 'https://www.microsoft.com/en-us/download/details.aspx?id=57062',
};

/**
 * Returns the URL of the newest file that a page links to; undefined without a link to one of Microsoft's own.
 * @param {string} page
 */
export function fileAddressIn(page) {
  const found = page.matchAll(
    /https:\/\/download\.microsoft\.com\/download\/[\w./-]{1,200}\/ServiceTags_[A-Za-z]{1,40}_(\d{8})\.json/g,
  );
  const [newest] = [...found].sort(([, a = ''], [, b = '']) => b.localeCompare(a));
  return newest?.[0];
}

/**
 * Returns why a downloaded file isn't accepted; undefined for one that can replace the shipped list.
 * @param {unknown} file
 */
export function invalidListReason(file) {
  const { changeNumber, cloud, values } = /** @type {Record<string, unknown>} */ (file ?? {});
  if (typeof cloud !== 'string' || !Number.isInteger(changeNumber)) return 'no cloud or change number';
  const isTag = (/** @type {unknown} */ one) => {
    const { name, properties } = /** @type {Record<string, Record<string, unknown>>} */ (one ?? {});
    return typeof name === 'string' && Array.isArray(properties?.['addressPrefixes']);
  };
  if (!Array.isArray(values) || !values.every(isTag)) return 'a value that is no service tag';
  // The smallest list, for China, has several hundred.
  return values.length < 100 ? `only ${values.length} service tags` : undefined;
}
