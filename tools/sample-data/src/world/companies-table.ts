import { TOWNS, type Town } from './places.ts';

/** Line of business: what its places are called, what one does there, and which practice fits. */
export type Sector =
  | 'Techniek'
  | 'Logistiek'
  | 'Groen'
  | 'Horeca'
  | 'Zorg'
  | 'Detailhandel'
  | 'Bouw'
  | 'Facilitair'
  | 'Dieren'
  | 'Automotive';

export interface CompanySeed {
  readonly name: string;
  readonly sector: Sector;
  readonly town: Town;
  /** A second site in this town. */
  readonly second?: Town;
}
const company = (name: string, sector: Sector, town: Town, second?: Town): CompanySeed =>
  second ? { name, sector, town, second } : { name, sector, town };

/** Only the group's name is taken from life, as the example employer of the foundation; its companies here are made up. */
export const VDL_COMPANIES: readonly CompanySeed[] = [
  company('VDL Plaatwerk Eindhoven', 'Techniek', TOWNS.eindhoven),
  company('VDL Verspaning Eindhoven', 'Techniek', TOWNS.eindhoven),
  company('VDL Lasbedrijf Best', 'Techniek', TOWNS.best),
  company('VDL Kunststof Helmond', 'Techniek', TOWNS.helmond),
  company('VDL Busbouw Valkenswaard', 'Automotive', TOWNS.valkenswaard),
  company('VDL Montage Eersel', 'Techniek', TOWNS.eersel),
  company('VDL Logistiek Veldhoven', 'Logistiek', TOWNS.veldhoven),
  company('VDL Gereedschap Geldrop', 'Techniek', TOWNS.geldrop),
  company('VDL Coating Nuenen', 'Techniek', TOWNS.nuenen),
  company('VDL Systemen Hapert', 'Techniek', TOWNS.hapert),
  company('VDL Constructie Deurne', 'Bouw', TOWNS.deurne),
  company('VDL Techniek Weert', 'Techniek', TOWNS.weert),
  company('VDL Onderhoud Oirschot', 'Facilitair', TOWNS.oirschot),
  company('VDL Elektro Boxtel', 'Techniek', TOWNS.boxtel),
  company('VDL Assemblage Utrecht', 'Techniek', TOWNS.utrecht),
  company('VDL Magazijn Amersfoort', 'Logistiek', TOWNS.amersfoort),
  company('VDL Scheepstechniek Alkmaar', 'Techniek', TOWNS.alkmaar),
];

export const OTHER_COMPANIES: readonly CompanySeed[] = [
  company('Bakkerij De Gouden Korst', 'Horeca', TOWNS.eindhoven, TOWNS.veldhoven),
  company('Kwekerij Het Stekje', 'Groen', TOWNS.eindhoven),
  company('Zorgpunt De Linde', 'Zorg', TOWNS.eindhoven),
  company('Fietsenmaker Het Tandwiel', 'Techniek', TOWNS.eindhoven),
  company('Buurtsuper De Mand', 'Detailhandel', TOWNS.eindhoven, TOWNS.geldrop),
  company('Kringloop Tweede Ronde', 'Detailhandel', TOWNS.eindhoven),
  company('Garage Rechtsaf', 'Automotive', TOWNS.best),
  company('Eetcafé "De Hoek"', 'Horeca', TOWNS.valkenswaard),
  company('Hoveniersbedrijf Groenrijk', 'Groen', TOWNS.eersel),
  company('Schoonmaakbedrijf Spiegelglad', 'Facilitair', TOWNS.veldhoven),
  company('Kinderboerderij De Hooimijt', 'Dieren', TOWNS.geldrop),
  company('Houtbewerking Nerf & Zo', 'Bouw', TOWNS.nuenen),
  company('Verpakkingsbedrijf Rondom', 'Logistiek', TOWNS.helmond, TOWNS.deurne),
  company('Lunchroom Het Kopje', 'Horeca', TOWNS.helmond),
  company('Tuincentrum De Wijde Akker', 'Groen', TOWNS.helmond),
  company('Woonzorg De Peelhof', 'Zorg', TOWNS.helmond),
  company('Bouwmarkt De Winkelhaak', 'Detailhandel', TOWNS.helmond),
  company('Dierenpension Pootje Over', 'Dieren', TOWNS.deurne),
  company('Manege Het Hoefijzer', 'Dieren', TOWNS.weert),
  company('Drukkerij Zetwerk', 'Techniek', TOWNS.weert),
  company('Restaurant De Sluiswachter', 'Horeca', TOWNS.weert),
  company('Transport Van Hier Naar Daar', 'Logistiek', TOWNS.weert),
  company('Zorgboerderij De Eik', 'Zorg', TOWNS.weert),
  company('Wasserij De Witte Was', 'Facilitair', TOWNS.utrecht, TOWNS.amersfoort),
  company('Hotel De Domtoren', 'Horeca', TOWNS.utrecht),
  company('Fietskoerier Snelbinder', 'Logistiek', TOWNS.utrecht),
  company('Stadskwekerij De Kas', 'Groen', TOWNS.utrecht),
  company('Kledingatelier Draad', 'Detailhandel', TOWNS.utrecht),
  company('Woonzorg De Singel', 'Zorg', TOWNS.utrecht),
  company('Installatiebedrijf Warm & Koud', 'Bouw', TOWNS.amersfoort),
  company('Banketbakkerij De Soes', 'Horeca', TOWNS.amersfoort),
  company('Magazijn Het Palet', 'Logistiek', TOWNS.amersfoort),
  company('Groenbeheer Eemland', 'Groen', TOWNS.amersfoort),
  company('Dierenkliniek De Vlinder', 'Dieren', TOWNS.amersfoort),
  company('Jachtwerf De Kiel', 'Techniek', TOWNS.alkmaar),
  company('Kaashandel De Waag', 'Detailhandel', TOWNS.alkmaar, TOWNS.amersfoort),
  company('Strandpaviljoen De Vloedlijn', 'Horeca', TOWNS.alkmaar),
  company('Bloembollenbedrijf De Ringvaart', 'Groen', TOWNS.alkmaar),
  company('Zorgcentrum De Duinpan', 'Zorg', TOWNS.alkmaar),
  company('Autoschade De Bumper', 'Automotive', TOWNS.alkmaar),
];

interface SectorTexts {
  readonly titles: readonly string[];
  readonly tasks: readonly string[];
}
export const SECTOR_TEXTS: Readonly<Record<Sector, SectorTexts>> = {
  Techniek: {
    titles: ['Medewerker plaatbewerking', 'Montagemedewerker', 'Assistent machinebediener'],
    tasks: ['onderdelen ontbramen en meten', 'eenvoudige samenstellingen monteren', 'gereedschap klaarleggen en onderhouden'],
  },
  Logistiek: {
    titles: ['Assistent magazijn', 'Medewerker orderverzameling'],
    tasks: ['orders verzamelen met de scanner', 'goederen inpakken en labelen', 'voorraad tellen'],
  },
  Groen: {
    titles: ['Assistent kwekerij', 'Medewerker groenonderhoud'],
    tasks: ['stekken en oppotten', 'perken onderhouden', 'bestellingen klaarzetten'],
  },
  Horeca: {
    titles: ['Keukenassistent', 'Medewerker bediening'],
    tasks: ['groenten voorbereiden', 'tafels dekken en afruimen', 'werken volgens de hygiëneregels'],
  },
  Zorg: {
    titles: ['Assistent huiskamer', 'Medewerker dienstverlening'],
    tasks: ['koffie en thee schenken', 'helpen bij activiteiten', 'de huiskamer opruimen'],
  },
  Detailhandel: {
    titles: ['Winkelassistent', 'Vakkenvuller'],
    tasks: ['artikelen spiegelen', 'klanten de weg wijzen', 'de kassa leren bedienen'],
  },
  Bouw: {
    titles: ['Assistent werkplaats', 'Leerling-timmerman'],
    tasks: ['materiaal op maat zagen onder begeleiding', 'de werkplaats opgeruimd houden', 'tekeningen leren lezen'],
  },
  Facilitair: {
    titles: ['Medewerker schoonmaak', 'Assistent facilitaire dienst'],
    tasks: ['werken met een schoonmaakplan', 'linnengoed sorteren', 'vergaderruimtes klaarzetten'],
  },
  Dieren: {
    titles: ['Assistent dierverzorging'],
    tasks: ['voeren volgens het schema', 'hokken en stallen schoonmaken', 'gedrag van dieren leren zien'],
  },
  Automotive: {
    titles: ['Assistent werkplaats', 'Medewerker autopoetsen'],
    tasks: ['banden wisselen onder begeleiding', 'voertuigen reinigen', 'onderdelen sorteren'],
  },
};
