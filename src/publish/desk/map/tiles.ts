import { addProtocol, type Map as LibreMap } from 'maplibre-gl'
import { PMTiles, Protocol, TileType } from 'pmtiles'
import type { Palette } from './icons.ts'

const protocol = new Protocol()
addProtocol('pmtiles', protocol.tile)

/**
 * Draws the tiles that whoever runs the desk configured over its own ground and under all that Fogline shows (`above`, a
 * layer): pictures by `{z}/{x}/{y}`, or a PMTiles archive of pictures or of vectors. What vectors mean is not known here,
 * so their lines are drawn quietly and nothing else. Rejects where an archive cannot be read.
 */
export async function addTiles(map: LibreMap, address: string, palette: Palette, above: string): Promise<void> {
  if (!/\.pmtiles(?:\?|$)/.test(address)) {
    map.addSource('tiles', { type: 'raster', tiles: [address], tileSize: 256 })
    map.addLayer({ id: 'tiles', type: 'raster', source: 'tiles' }, above)
    return
  }
  const archive = new PMTiles(address)
  protocol.add(archive)
  const isVector = (await archive.getHeader()).tileType === TileType.Mvt
  const layers = isVector ? await layersOf(archive) : []
  if (map.getSource('tiles')) return
  map.addSource('tiles', { type: isVector ? 'vector' : 'raster', url: `pmtiles://${address}` })
  if (!isVector) map.addLayer({ id: 'tiles', type: 'raster', source: 'tiles' }, above)
  for (const layer of layers) {
    const paint = { 'line-color': palette.edge, 'line-opacity': 0.5, 'line-width': 0.7 }
    map.addLayer({ id: `tiles-${layer}`, type: 'line', source: 'tiles', 'source-layer': layer, paint }, above)
  }
}

/** The layers a vector archive says it has. */
async function layersOf(archive: PMTiles): Promise<readonly string[]> {
  const { vector_layers: layers } = (await archive.getMetadata()) as { vector_layers?: unknown }
  if (!Array.isArray(layers)) return []
  return layers.flatMap((layer: { id?: unknown }) => (typeof layer.id === 'string' ? [layer.id] : []))
}
