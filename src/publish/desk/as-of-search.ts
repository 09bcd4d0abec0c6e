/** What of an address goes along to another screen: the look back, nothing else. */
export const asOfOnly = ({ asOf }: { asOf?: string | undefined }): { asOf?: string } =>
  asOf === undefined ? {} : { asOf }
