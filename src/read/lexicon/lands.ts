import type { PlaceMention } from '../document.ts'

/** A land, water or range that is no state's unit: it lies across borders, or is a thing of nature. */
export interface Land {
  /** `land:` and the name folded with hyphens. */
  readonly id: string
  readonly name: string
  readonly kind: PlaceMention['kind']
  /** A point in its middle, WGS 84 degrees; of a river, near the middle of its course. */
  readonly lat: number
  readonly lon: number
}

/**
 * Lands wider than a state, regions in common use, seas, great rivers and lakes, ranges, deserts and islands: name, a point in
 * the middle, other names. Points are general knowledge to a degree or so; those of continents are GeoNames'. A name that a
 * town or company also bears ("Jordan", "Amazon") stands only with its noun.
 */
const LANDS: Readonly<Partial<Record<PlaceMention['kind'], string>>> = {
  area: `
    Africa 7.19 21.09 | Asia 29.84 89.30 | Europe 48.69 9.14 | North America 46.07 -100.55 | South America -14.60 -57.66
    Oceania -18.31 138.52 | Antarctica -78.16 16.41 | Americas 19 -96 | Eurasia 50 80 | Central America 13 -86
    Latin America -5 -70 | Middle East 29 41 | Near East 33 40 | Far East 35 115 | Eastern Europe 50 30 | Western Europe 48 4
    Central Europe 49 15 | Northern Europe 61 15 | Southern Europe 41 15 | Southeastern Europe 43 22 =South-East Europe | Central Asia 43 67
    South Asia 21 78 =Southern Asia | Southeast Asia 5 110 =South East Asia,South-East Asia,South-Eastern Asia | East Asia 35 115 =Eastern Asia
    Northeast Asia 42 127 | West Asia 32 45 =Western Asia | North Africa 28 10 =Northern Africa | West Africa 13 -3 =Western Africa
    East Africa 1 37 =Eastern Africa | Central Africa 3 19 | Southern Africa -22 24 | Sub-Saharan Africa 0 20 | Horn of Africa 8 46
    Sahel 15 5 | Maghreb 32 2 | Levant 34 37 | Balkans 43 21 =Balkan Peninsula,Western Balkans | Caucasus 42.5 45
    South Caucasus 41 45 =Transcaucasia | North Caucasus 43.5 44 | Baltics 57 25 =Baltic States | Scandinavia 63 15 | Nordic countries 63 15
    Low Countries 52 5 | Benelux 51 5 | Iberia 40 -4 =Iberian Peninsula | Arctic 80 0 | Caribbean 17 -73 =West Indies | Siberia 60 100
    Russian Far East 60 140 | New England 44 -71 | Midwest 42 -93 | Great Plains 42 -101 | Deep South 33 -88 | Pacific Northwest 46 -121
    Great Lakes 45 -84 | Appalachia 38 -81 | Silicon Valley 37.4 -122 | Upper Peninsula 46.3 -87
    Kashmir 34.5 76 | Kurdistan 37 43 | Darfur 13 25 | Sinai 29.5 34 =Sinai Peninsula | Indo-Pacific 0 110 | Asia-Pacific 10 120 =Asia Pacific
    Transnistria 47 29.5 | Transcarpathia 48.4 23.3 | Transylvania 46.5 24.5 | Svaneti 43 42.75 | Abkhazia 43 41
    South Ossetia 42.3 44 | Nagorno-Karabakh 39.8 46.8 =Nagorno Karabakh,Karabakh | Golan Heights 33 35.8 =Golan | Balochistan 27 64 =Baluchistan
    Bengal 24 88 | Manchuria 45 125 | Tibet 31 89 | Patagonia -45 -69 | Korean Peninsula 37.5 127 | Crimean Peninsula 45.3 34.4
    Arabian Peninsula 23 46 =Arabia | Indochina 16 105 | Lapland 68 25 | Normandy 49 0 | Flanders 51 3.7 | Rhineland 50.5 7
    West Midlands 52.5 -2 | East Anglia 52.5 1 | Cotswolds 51.8 -2
    Sahara 23 13 =Sahara Desert | Gobi 43 105 =Gobi Desert | Kalahari -23 22 =Kalahari Desert | Negev 30.8 34.8 | Mojave Desert 35 -115.5
    Alps 46.5 9.5 | Pyrenees 42.6 1 | Carpathians 47.5 25.5 =Carpathian Mountains | Urals 60 59 =Ural Mountains | Himalayas 28.5 84 =Himalaya
    Andes -20 -67 | Rockies 44 -110 =Rocky Mountains | Appalachians 38 -80 =Appalachian Mountains | Hindu Kush 35.5 70 | Caucasus Mountains 42.5 45
    Tien Shan 42 80 | Atlas Mountains 32 -5 | Zagros Mountains 33 48 | Mount Everest 27.99 86.93 =Mt. Everest | Mount Kilimanjaro -3.07 37.35
    Mount Elbrus 43.35 42.44 | Mount Fuji 35.36 138.73 | Mount Rainier 46.85 -121.76 | Mount Hermon 33.42 35.86 | Rift Valley 0.5 36
    Swat Valley 35.4 72.2 | Bekaa Valley 33.9 36 =Bekaa | Panjshir Valley 35.4 70 | Jordan Valley 32.3 35.6 | Fergana Valley 40.7 71.5
    Ruhr 51.5 7.3 | Sonoran Desert 32 -112 | Sierra Nevada 38 -119.5 | Cape Cod 41.7 -70.2 | Long Island 40.8 -73 | Niagara Falls 43.08 -79.07
    Java -7.49 110 | Sumatra 0 102 | Borneo 1 114 | Sulawesi -2 121 | Mindanao 8 125 | Luzon 16 121 | Visayas 11 123.5 | New Guinea -5 141
    Honshu 36 138 | Hokkaido 43.4 142.5 | Kyushu 32.8 131 | Shikoku 33.7 133.5 | Okinawa 26.5 128 | Hainan Island 19.2 109.7
    Sakhalin 51 143 | Kuril Islands 47 152 =Kurils,Kuriles | Kamchatka Peninsula 57 160 | Spratly Islands 10 114 =Spratlys | Paracel Islands 16.5 112
    Senkaku Islands 25.75 123.5 | Sardinia 40 9 | Sicily 37.5 14.2 | Corsica 42 9 | Crete 35.2 25 | Lesbos 39.2 26.3
    Balearic Islands 39.5 3 | Canary Islands 28 -15.5 | Azores 38 -28 | Hebrides 57.5 -7 | Orkney 59 -3 | Shetland 60.3 -1.3 | Isle of Wight 50.7 -1.3
    Great Britain 53 -2 =British Isles | Vancouver Island 49.6 -125.5 | Newfoundland 49 -56 | Baffin Island 69 -72 | Tasmania -42 146.6
    Hispaniola 19 -71 | Zanzibar -6.1 39.3 | Socotra 12.5 54 | Hawaiian Islands 20.5 -157 | Aleutian Islands 52 -174 | Galapagos Islands -0.5 -91 =Galapagos
    Snake Island 45.25 30.2 =Zmiinyi Island | Kinburn Spit 46.55 31.5 | Gotland 57.5 18.5 | Svalbard 78 16 | Novaya Zemlya 74 56
    Gaza 31.42 34.33 =Gaza Strip | West Bank 31.95 35.3 | Galilee 32.8 35.5 | Judea 31.7 35
  `,
  sea: `
    Red Sea 20 38.5 | Black Sea 43 34 | Mediterranean Sea 35 18 =Mediterranean | Baltic Sea 58 20 =Baltic | Caspian Sea 42 50.5 =Caspian
    Sea of Azov 46 36.5 =Azov Sea | North Sea 56 3 | Irish Sea 53.7 -5 | Adriatic Sea 43 15 =Adriatic | Aegean Sea 39 25 =Aegean
    Ionian Sea 38 19 | Tyrrhenian Sea 40 12 | Barents Sea 75 40 | White Sea 65.5 38 | Kara Sea 77 77 | Bering Sea 58 -178 | Sea of Okhotsk 55 150
    Sea of Japan 40 135 | Yellow Sea 36 123 | East China Sea 30 125 | South China Sea 12 113 | Philippine Sea 20 130 | Andaman Sea 10 96
    Arabian Sea 14 65 | Persian Gulf 26 52 =Arabian Gulf | Gulf of Oman 25 58 | Gulf of Aden 12 48 | Gulf of Aqaba 28.8 34.7 | Gulf of Finland 60 27
    Gulf of Mexico 25 -90 | Gulf of California 28 -112 | Gulf of Guinea 2 3 | Gulf of Alaska 57 -144 | Gulf of Thailand 10 102
    Gulf of Bothnia 63 20 | Bay of Bengal 15 88 | Bay of Biscay 45 -5 | Hudson Bay 60 -85 | Chesapeake Bay 38 -76.2 | Caribbean Sea 15 -75
    English Channel 50.2 -2 | Strait of Hormuz 26.6 56.5 =Straits of Hormuz | Strait of Gibraltar 36 -5.5 | Taiwan Strait 24.5 119.5
    Bab al-Mandab 12.6 43.4 =Bab el-Mandeb | Bosphorus 41.1 29.1 =Bosporus | Dardanelles 40.2 26.4 | Kerch Strait 45.3 36.6 | Malacca Strait 4 100 =Strait of Malacca
    Pacific Ocean 0 -160 =Pacific | Atlantic Ocean 10 -25 =Atlantic | Indian Ocean -20 80 | Arctic Ocean 84 0 | Southern Ocean -65 60
    North Atlantic 40 -35 | South Pacific -25 -140 | South Atlantic -25 -20
  `,
  river: `
    Nile 22 32 =Nile River,River Nile | Blue Nile 12 34.5 | White Nile 11 32.7 | Congo River 0 18 | Niger River 14 -3 | Zambezi -16 29 =Zambezi River
    Euphrates 35 40 =Euphrates River | Tigris 35 43.5 =Tigris River | Jordan River 32.3 35.6 =River Jordan | Litani River 33.4 35.5 | Indus 30 71 =Indus River
    Ganges 25.3 84 =Ganges River | Brahmaputra 26.5 92 | Mekong 16 105 =Mekong River | Irrawaddy 20 95 | Yangtze 30.5 112 =Yangtze River
    Yellow River 36 108 | Amur 50 127.5 =Amur River | Yalu River 41 126 | Lena River 64 126 | Yenisei 62 89 | Ob River 61 70 | Irtysh 56 73
    Volga 53 48 =Volga River | Don River 48.5 42 | Danube 46 20 =Danube River | Rhine 50 7.7 =Rhine River | Elbe 52.5 11.5 | Oder 52 14.7 | Vistula 52 20
    Seine 49 2 | Loire 47.3 1 | Rhone 44.5 4.8 =Rhône | Po River 45 10 | Ebro 41.8 -1 | Tagus 39.5 -6 | Thames 51.5 -0.6 =River Thames | Severn River 52 -2.3
    Dniester 48 28.5 =Dnister,Dniester River | Prut 47.5 27.5 | Neman 55 23 | Drina 44 19.3
    Mississippi River 35 -90.5 | Missouri River 43 -99 | Ohio River 38.3 -85 | Colorado River 36.5 -113 | Columbia River 46 -120 | Rio Grande 29 -103
    Hudson River 42 -73.9 | Potomac River 39 -77.4 =Potomac | Delaware River 40.5 -75 | Susquehanna River 41 -76.4 | Tennessee River 35 -87
    Connecticut River 43 -72.4 | Arkansas River 36.5 -97 | Red River Valley 47.5 -97 | Yukon River 64 -150 | Mackenzie River 64 -124 | St. Lawrence River 46 -73
    Amazon River -3 -60 | Orinoco 8 -65 | Parana River -27 -57.5 | Magdalena River 8 -74 | Murray River -35 142 | Darling River -31 145
    Lake Superior 47.7 -87.5 | Lake Michigan 44 -87 | Lake Huron 44.8 -82.4 | Lake Erie 42.2 -81.2 | Lake Ontario 43.7 -77.9 | Lake Champlain 44.5 -73.3
    Great Salt Lake 41.1 -112.6 | Lake Tahoe 39.1 -120 | Lake Mead 36.2 -114.4 | Lake Okeechobee 26.95 -80.8 | Lake Winnipeg 52.1 -97.3
    Lake Victoria -1 33 | Lake Tanganyika -6.5 29.8 | Lake Malawi -12 34.5 | Lake Chad 13 14 | Lake Kivu -2 29.1 | Lake Albert 1.7 31 | Lake Turkana 3.5 36.1
    Lake Baikal 53.5 108 | Lake Ladoga 61 31.5 | Lake Onega 61.7 35.5 | Aral Sea 45 60 | Dead Sea 31.5 35.5 | Sea of Galilee 32.8 35.6 | Lake Van 38.6 43
    Lake Titicaca -15.75 -69.4 | Lake Maracaibo 9.8 -71.6 | Lake Geneva 46.45 6.5 | Lake Constance 47.6 9.4 | Lake Balaton 46.85 17.7 | Lake Como 46 9.3
    Suez Canal 30.7 32.3 | Panama Canal 9.1 -79.7 | Erie Canal 43 -76
  `,
}

const idOf = (name: string): string => `land:${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

function readLands(kind: PlaceMention['kind'], list: string): (readonly [string, Land])[] {
  return list.split(/[|\n]/).flatMap(row => {
    const parts = /^(.+?) (-?[\d.]+) (-?[\d.]+)(?: =(.+))?$/.exec(row.trim())
    if (!parts) return []
    const [, name = '', lat, lon, others] = parts
    const land = { id: idOf(name), name, kind, lat: Number(lat), lon: Number(lon) }
    return [name, ...(others?.split(',') ?? [])].map(one => [one.toLowerCase().replaceAll('-', ' '), land] as const)
  })
}

/** Lands by name, lower case, hyphens as spaces. */
export const WIDER_LANDS: ReadonlyMap<string, Land> = new Map(
  Object.entries(LANDS).flatMap(([kind, list]) => readLands(kind as PlaceMention['kind'], list)),
)

/** The most words a name of a land has. */
export const LONGEST_LAND = 4
