/** Towns of the sample with their labour market region, postcode digits and streets; everything but the towns is made up. */
export interface Town {
  readonly city: string;
  readonly labourMarketRegion: string;
  readonly postcode: number;
}
const town = (city: string, labourMarketRegion: string, postcode: number): Town => ({ city, labourMarketRegion, postcode });

export const TOWNS = {
  eindhoven: town('Eindhoven', 'Zuidoost-Brabant', 5_600),
  best: town('Best', 'Zuidoost-Brabant', 5_680),
  valkenswaard: town('Valkenswaard', 'Zuidoost-Brabant', 5_550),
  eersel: town('Eersel', 'Zuidoost-Brabant', 5_520),
  veldhoven: town('Veldhoven', 'Zuidoost-Brabant', 5_500),
  geldrop: town('Geldrop', 'Zuidoost-Brabant', 5_660),
  nuenen: town('Nuenen', 'Zuidoost-Brabant', 5_670),
  hapert: town('Hapert', 'Zuidoost-Brabant', 5_527),
  oirschot: town('Oirschot', 'Zuidoost-Brabant', 5_688),
  helmond: town('Helmond', 'Helmond-De Peel', 5_700),
  deurne: town('Deurne', 'Helmond-De Peel', 5_750),
  boxtel: town('Boxtel', 'Noordoost-Brabant', 5_280),
  weert: town('Weert', 'Midden-Limburg', 6_000),
  utrecht: town('Utrecht', 'Midden-Utrecht', 3_500),
  amersfoort: town('Amersfoort', 'Amersfoort', 3_810),
  alkmaar: town('Alkmaar', 'Noord-Holland Noord', 1_810),
} as const;

export const STREETS = [
  'Ambachtsweg',
  'Beukenlaan',
  'De Run',
  'Dorpsstraat',
  'Havenweg',
  'Industrieweg',
  'Kanaaldijk',
  'Kerkstraat',
  'Marktplein',
  'Molenweg',
  'Nijverheidsstraat',
  'Parallelweg',
  'Spoorlaan',
  'Stationsplein',
  'Vlasakker',
  'Wilgenlaan',
] as const;

export interface LocationSeed {
  readonly brin: string;
  readonly schoolName: string;
  readonly locationCode: string;
  readonly name: string;
  readonly holidayRegion: 'NOORD' | 'MIDDEN' | 'ZUID';
  readonly town: Town;
  /** Towns in which its pupils can be at work. */
  readonly reach: readonly string[];
  readonly coordinators: 1 | 2;
  readonly firstPupilNumber: number;
  /** How its administration writes pupil numbers. */
  readonly pupilNumber: (number: number) => string;
}

const plainNumber = (number: number) => String(number);
const SOUTH = ['Eindhoven', 'Best', 'Valkenswaard', 'Eersel', 'Veldhoven', 'Geldrop', 'Nuenen', 'Hapert', 'Oirschot'];

/** BRIN numbers are not issued from 90 up, so these schools exist nowhere; 05KO is the example of our own documents. */
export const LOCATIONS: readonly LocationSeed[] = [
  {
    brin: '05KO',
    schoolName: 'VSO De Beemd',
    locationCode: '05KO00',
    name: 'De Beemd Eindhoven',
    holidayRegion: 'ZUID',
    town: TOWNS.eindhoven,
    reach: SOUTH,
    coordinators: 2,
    firstPupilNumber: 10_001,
    pupilNumber: plainNumber,
  },
  {
    brin: '05KO',
    schoolName: 'VSO De Beemd',
    locationCode: '05KO01',
    name: 'De Beemd Helmond',
    holidayRegion: 'ZUID',
    town: TOWNS.helmond,
    reach: ['Helmond', 'Deurne', 'Nuenen', 'Geldrop', 'Eindhoven'],
    coordinators: 1,
    firstPupilNumber: 11_001,
    pupilNumber: plainNumber,
  },
  {
    brin: '97VA',
    schoolName: 'VSO Het Vlechtwerk',
    locationCode: '97VA00',
    name: 'Het Vlechtwerk Weert',
    holidayRegion: 'ZUID',
    town: TOWNS.weert,
    reach: ['Weert', 'Eindhoven', 'Valkenswaard'],
    coordinators: 1,
    firstPupilNumber: 301,
    pupilNumber: (number) => String(number).padStart(6, '0'),
  },
  {
    brin: '97VA',
    schoolName: 'VSO Het Vlechtwerk',
    locationCode: '97VA01',
    name: 'Het Vlechtwerk Utrecht',
    holidayRegion: 'MIDDEN',
    town: TOWNS.utrecht,
    reach: ['Utrecht', 'Amersfoort', 'Boxtel'],
    coordinators: 2,
    firstPupilNumber: 501,
    pupilNumber: (number) => String(number).padStart(6, '0'),
  },
  {
    brin: '98VB',
    schoolName: 'VSO De Overhaal',
    locationCode: '98VB00',
    name: 'De Overhaal Amersfoort',
    holidayRegion: 'MIDDEN',
    town: TOWNS.amersfoort,
    reach: ['Amersfoort', 'Utrecht'],
    coordinators: 1,
    firstPupilNumber: 1,
    pupilNumber: (number) => `A-${String(number).padStart(3, '0')}`,
  },
  {
    brin: '98VB',
    schoolName: 'VSO De Overhaal',
    locationCode: '98VB01',
    name: 'De Overhaal Alkmaar',
    holidayRegion: 'NOORD',
    town: TOWNS.alkmaar,
    reach: ['Alkmaar'],
    coordinators: 1,
    firstPupilNumber: 1,
    pupilNumber: (number) => `B-${String(number).padStart(3, '0')}`,
  },
];
