/** Words of the forecasts. */
export const forecasts = {
  title: 'Forecasts',
  about:
    'What somebody says will happen, with the probability they give it. A forecast gets no likelihood of Fogline’s: it is attributed.',
  none: 'Nobody in the ledger has forecast anything.',
  noneHow: 'Forecasts are read from reports: “a 10 % chance”, “unlikely before December”.',
  open: 'Still ahead',
  past: 'Its time has come',
  undated: 'Without a date',
  until: (day: string) => `for the time to ${day}`,
  number: 'given as a number',
  openNone: 'No forecast of the reports so far reaches beyond the newest day.',
} as const
