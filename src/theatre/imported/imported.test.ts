import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldPlaceName } from '../fold-place-name.ts'
import { importList, listImported, openGazetteerWith, removeImported } from './imported-lists.ts'
import { fromRussian, fromUkrainian, inLatin, slavicForm } from './transliterate.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fogline-gazetteer-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* linesOf(lines: readonly string[]) {
  yield* lines
}
const add = (name: string, lines: readonly string[]) =>
  importList(folder, linesOf(lines), {
    name,
    path: `${name}.txt`,
    now: '2026-01-01T00:00:00Z',
    onProgress: () => undefined,
  })
const postal = (name: string, lat: number, lon: number) =>
  `UA\t00001\t${name}\tKharkivska\t07\tKharkivska\t\t\t\t${lat}\t${lon}\t4`
const dump = (number: number, name: string, others: string, feature: string, code: string) =>
  `${number}\t${name}\t${name}\t${others}\t49.5\t36.5\t${feature}\t${code}\tUA\t\t07\t\t\t\t120\t\t100\tEurope/Kyiv\t2024-01-01`

describe('a list of GeoNames added to the gazetteer', () => {
  it.each([
    ['Згурівка', 'Zghurivka'],
    ['Яготин', 'Yahotyn'],
    ['Щастя', 'Shchastia'],
    ['Мар’їнка', 'Marinka'],
    ['Довге', 'Dovhe'],
    ['Новий Єланець', 'Novyi Yelanets'],
  ])('romanises Ukrainian %s as %s', (name, latin) => expect(fromUkrainian(name)).toBe(latin))

  it.each([
    ['Ельня', 'Yelnya'],
    ['Артёмовск', 'Artemovsk'],
    ['Новая Каховка', 'Novaya Kakhovka'],
    ['Рыльск', 'Rylsk'],
    ['Подъезд', 'Podyezd'],
  ])('romanises Russian %s as %s', (name, latin) => expect(fromRussian(name)).toBe(latin))

  it('takes the letters for the language, then the country, and leaves other scripts', () => {
    expect(inLatin('Київ', 'RU')).toEqual(['Kyiv'])
    expect(inLatin('Горки', 'UA')).toEqual(['Horky', 'Gorki'])
    expect(inLatin('Горки', 'RU')).toEqual(['Gorki'])
    expect(inLatin('القاهرة', 'EG')).toEqual([])
  })

  it('gives the romanisations of one name one form, and other names another', () => {
    const form = (name: string) => slavicForm(foldPlaceName(name))
    expect(new Set(['Chuhuiv', 'Chuguyev', 'Chuhuyiv', 'Chuguev'].map(form)).size).toBe(1)
    expect(form('Marinka')).not.toBe(form('Markivka'))
  })

  it('finds a village of a postal list by its Ukrainian and by another spelling, with its region', async () => {
    await add('postal', [postal('Вишневе Поле', 49.4, 36.4), postal('Вишневе Поле', 49.4, 36.4)])
    const gazetteer = openGazetteerWith(folder)
    expect(gazetteer.find('Vyshneve Pole')).toMatchObject([
      { admin: 'Kharkiv Oblast', country: 'UA', lat: 49.4, lon: 36.4 },
    ])
    expect(gazetteer.find('Vishnevie Polie')).toHaveLength(1)
    expect(openGazetteerWith(join(folder, 'none')).find('Vyshneve Pole')).toEqual([])
  })

  it('keeps settlements of a country dump and leaves streams out', async () => {
    const list = await add('UA', [
      dump(900001, 'Oskarove', 'Оскарове', 'P', 'PPL'),
      dump(900002, 'Oskarka', '', 'H', 'STM'),
    ])
    expect(list.places).toBe(1)
    expect(openGazetteerWith(folder).find('Oskarove')).toMatchObject([{ id: 'gn:900001', population: 120 }])
  })

  it('gives known places further names', async () => {
    await add('UA', [dump(900001, 'Oskarove', '', 'P', 'PPL')])
    await add('names', [
      '1\t900001\tru\tОскарово\t\t\t\t',
      '2\t900001\tlink\thttps://example.org\t\t\t\t',
      '3\t900009\ten\tNowhere\t\t\t\t',
    ])
    const gazetteer = openGazetteerWith(folder)
    expect(gazetteer.find('Oskarovo')).toMatchObject([{ id: 'gn:900001' }])
    expect(gazetteer.find('Nowhere')).toEqual([])
  })

  it('refuses what is no such list, in one line, and leaves nothing behind; a good list of that name stays', async () => {
    await add('mine', [postal('Вишневе', 49.4, 36.4)])
    await expect(add('mine', ['name,lat,lon', 'Kyiv,50,30'])).rejects.toThrow(/line 1: expected tab-parted columns/)
    await expect(add('empty', [])).rejects.toThrow(/found no line/)
    const broken = [postal('Нове', 49, 36), ...Array.from({ length: 200 }, () => 'torn')]
    await expect(add('broken', broken)).rejects.toThrow(/line 102/)
    expect(listImported(folder).map(({ name }) => name)).toEqual(['mine'])
    expect(readdirSync(folder).sort()).toEqual(['mine.0.bin.br', 'mine.json'])
  })

  it('takes a list away', async () => {
    await add('mine', [postal('Вишневе', 49.4, 36.4)])
    expect([removeImported(folder, 'mine'), removeImported(folder, 'mine')]).toEqual([true, false])
    expect(readdirSync(folder)).toEqual([])
  })
})
