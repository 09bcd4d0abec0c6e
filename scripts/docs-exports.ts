import { ACLED_GEO_PRECISION, BANDS, STIX_ADMIRALTY, STIX_CONFIDENCE, STIX_DNI, STIX_OPINION } from '#domain'
import { EVENT_COLUMNS, EXPORT_NAMES, EXPORTS } from '#publish/exports'
import { table } from './docs-codebook.ts'

/** The formats, the columns of the CSV, and the mappings to other schemes' scales, from the data itself. */
export function exportTables(): string {
  const pairs = (scale: Readonly<Record<string, unknown>>) =>
    Object.entries(scale).map(([from, to]) => [`\`${from}\``, String(to ?? '–')])
  return [
    table(
      ['format', 'what', 'media type'],
      EXPORT_NAMES.map(name => [`\`${name}\``, EXPORTS[name].title, `\`${EXPORTS[name].mediaType}\``]),
    ),
    '',
    table(
      ['column of the CSV', 'HXL'],
      EVENT_COLUMNS.map(({ name, hxl }) => [`\`${name}\``, `\`${hxl}\``]),
    ),
    '',
    table(
      ['band', 'STIX confidence (DNI scale)', 'STIX opinion'],
      BANDS.map(band => [`\`${band}\``, String(STIX_DNI[band]), STIX_OPINION[band]]),
    ),
    '',
    table(['Fogline’s confidence', 'STIX confidence'], pairs(STIX_CONFIDENCE)),
    '',
    table(['Admiralty credibility', 'STIX confidence'], pairs(STIX_ADMIRALTY)),
    '',
    table(['precision of a place', 'ACLED `geo_precision`'], pairs(ACLED_GEO_PRECISION)),
  ].join('\n')
}
