import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, InputError, type Instant } from '#domain'
import { findParagraphs } from '../find-paragraphs.ts'
import { translateArticles } from './translate-article.ts'
import type { Translator } from './translator.ts'

const NOW = '2024-11-26T12:00:00.000Z' as Instant
const TEXT = 'Міст відкрито\n\nМер сказав, що міст відкрито.\n\n- одна смуга\n- два човни'

const article = (id: string, text: string, more: Partial<Article> = {}): Article => ({
  id,
  rawItem: 'raw',
  source: 'river-herald',
  outlet: 'River Herald',
  url: `https://riverherald.example/${id}`,
  title: text.split('\n')[0] ?? null,
  byline: null,
  language: 'uk',
  publishedAt: NOW,
  editedAt: null,
  text,
  paragraphs: findParagraphs(text),
  revisionOf: null,
  copyOf: null,
  notes: [],
  ...more,
})

const marking: Translator = { host: 'x.example', translate: async texts => texts.map(text => `en:${text}`) }
const failing: Translator = {
  host: 'x.example',
  translate: async () => {
    throw new InputError('the translation server x.example answers 500.')
  },
}

describe('a report in another language', () => {
  it('is translated into an article of its own, paragraph by paragraph, and stays as it is itself', async () => {
    const original = article('a', TEXT)
    const { articles, translations } = await translateArticles([original], marking, NOW, new Map())
    expect(articles).toEqual([original])
    expect(translations).toMatchObject([
      {
        translationOf: 'a',
        language: 'en',
        title: 'en:Міст відкрито',
        source: 'river-herald',
        url: original.url,
        publishedAt: NOW,
        notes: [{ rule: 'machine-translation', reason: expect.stringContaining('from "uk" (x.example') }],
      },
    ])
    const [translation] = translations
    expect(translation?.text).toMatch(/^en:Міст відкрито\n\nen:Мер сказав, що міст відкрито\.\n\nen:- одна смуга\n/)
    expect(translation?.id).not.toBe('a')
  })

  it('in English is not sent, nor one translated before', async () => {
    const known = new Map([['b', 'b-en']])
    const { translations } = await translateArticles(
      [article('a', TEXT, { language: 'en' }), article('b', TEXT)],
      failing,
      NOW,
      known,
    )
    expect(translations).toEqual([])
  })

  it('that revises or copies another is in translation a revision or copy of its translation', async () => {
    const second = article('b', `${TEXT}\n\nОновлено.`, { revisionOf: 'a', copyOf: 'z' })
    const { translations } = await translateArticles(
      [article('a', TEXT), second],
      marking,
      NOW,
      new Map([['z', 'z-en']]),
    )
    expect(translations[1]).toMatchObject({ revisionOf: translations[0]?.id, copyOf: 'z-en' })
  })

  it('that cannot be translated is kept with the reason, and the others go on', async () => {
    const half: Translator = {
      ...marking,
      translate: (texts, from) => (from === 'ru' ? failing : marking).translate(texts, from),
    }
    const { articles, translations } = await translateArticles(
      [article('a', TEXT, { language: 'ru' }), article('b', TEXT)],
      half,
      NOW,
      new Map(),
    )
    expect(articles[0]?.notes).toEqual([
      {
        rule: 'translation-failed',
        reason: 'Not translated: the translation server x.example answers 500.',
        span: null,
      },
    ])
    expect(translations.map(({ translationOf }) => translationOf)).toEqual(['b'])
  })

  it('given back as it was is not translated', async () => {
    const echo: Translator = { host: 'x.example', translate: async texts => texts }
    const { articles } = await translateArticles([article('a', TEXT)], echo, NOW, new Map())
    expect(articles[0]?.notes[0]?.reason).toContain('gave the text back as it was')
  })

  it('has paragraphs whose spans lie in its translation, whatever its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async text => {
        const { translations } = await translateArticles([article('a', text)], marking, NOW, new Map())
        for (const translation of translations) {
          for (const [start, end] of translation.paragraphs) {
            expect(translation.text.slice(start, end).trim()).not.toBe('')
            expect(end).toBeLessThanOrEqual(translation.text.length)
          }
        }
      }),
    )
  })
})
