import { mockSubgraph, type MockSubgraph } from './mock-subgraph.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@override", "@interfaceObject"])\n`;

/** Foreign supergraphs that between them use what federation offers: names of subgraphs and their SDL. */
export const WORLDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Unions, interfaces, several keys, nested @requires, @provides, @override, value types of two subgraphs.
  shop: {
    catalogue: `
      type Query { product(upc: String): Product products(first: Int = 3): [Product!] search(text: String): [Result!] node(name: String): Node catalogueOf(kind: Kind!): Catalogue }
      type Mutation { addProduct(title: String): Product removeProduct(title: String): Product }
      enum Kind { NEW USED }
      interface Node { id: ID! label: String }
      union Result = Product | Brand | Article
      type Product implements Node @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! label: String title(language: String): String kind: Kind brand: Brand dimensions: Dimensions weight: Int! price: Int @override(from: "pricing") related(first: Int): [Product] matrix: [[Brand]] }
      type Brand implements Node @key(fields: "id") { id: ID! label: String country: String! products: [Product!]! }
      type Article implements Node { id: ID! label: String about: Result text: String! }
      type Dimensions @shareable { width: Int height: Int! unit: Unit }
      type Unit @shareable { name: String }
      type Catalogue { kind: Kind! entries: [Result] owner: Node! }
    `,
    pricing: `
      type Product @key(fields: "upc") { upc: String! price: Int currency: String tax(rate: Float): Float weight: Int! @external dimensions: Dimensions @external shipping: String @requires(fields: "weight dimensions { height }") discount: Discount }
      type Dimensions @shareable { width: Int height: Int! unit: Unit }
      type Unit @shareable { name: String }
      type Discount { percent: Int! reason: String stacked: [Discount!] }
    `,
    reviews: `
      type Query { latestReviews(first: Int): [Review!]! reviewer: Person }
      type Mutation { review(text: String!): Review }
      type Product @key(fields: "id") { id: ID! reviews(first: Int): [Review] rating: Float }
      type Review @key(fields: "id") { id: ID! text: String! author: Person @provides(fields: "nick") product: Product subject: Subject }
      union Subject = Product | Brand | Person
      type Brand @key(fields: "id") { id: ID! reviews: [Review!] }
      type Person @key(fields: "id") { id: ID! nick: String @external reviews: [Review!]! }
    `,
    people: `
      type Query { person(name: String): Person me: Person! }
      type Person @key(fields: "id") { id: ID! nick: String @shareable name: Name email: String! friends: [Person!] secret: String @inaccessible }
      type Name @shareable { given: String! family: String }
    `,
    insights: `
      type Person @key(fields: "id") { id: ID! secret: String @external nick: String @external score: String @requires(fields: "secret nick") history: [Event!] }
      interface Event { at: String! about: Person }
      type Purchase implements Event { at: String! about: Person product: Product }
      type Visit implements Event { at: String! about: Person seconds: Int }
      type Product @key(fields: "id", resolvable: false) { id: ID! }
    `,
  },
  // Interface entities and interface objects.
  library: {
    media: `
      type Query { media(name: String): Media medias(first: Int): [Media!] books: [Book!]! anything: [Thing] }
      interface Media @key(fields: "id") { id: ID! title: String lender: Branch }
      type Book implements Media @key(fields: "id") { id: ID! title: String lender: Branch pages: Int! parts: [Media!] }
      type Film implements Media @key(fields: "id") { id: ID! title: String lender: Branch minutes: Int sequel: Film }
      type Branch @key(fields: "id") { id: ID! city: String! }
      union Thing = Book | Film | Branch
    `,
    loans: `
      type Query { latest: [Loan!] topMedia: Media }
      type Media @key(fields: "id") @interfaceObject { id: ID! loans(first: Int): [Loan!]! popularity: Int }
      type Loan { id: ID! media: Media until: String branch: Branch }
      type Branch @key(fields: "id") { id: ID! loans: [Loan!] open: Boolean! }
    `,
    ratings: `
      type Media @key(fields: "id") @interfaceObject { id: ID! stars: Float }
    `,
  },
  // Deep chains of entities, shared roots, abstract types inside lists inside value types, everything nullable or nothing.
  town: {
    streets: `
      type Query { town: Town! street(name: String!): Street at: Place }
      type Town @shareable { name: String streets: [Street!]! mayor: Citizen! }
      type Street @key(fields: "id") { id: ID! name: String! houses: [House!]! crossing: Street mail: [Mailing!] }
      type House @key(fields: "id") { id: ID! number: Int! street: Street! }
      type Citizen @key(fields: "id", resolvable: false) { id: ID! }
      union Place = Street | House | Town
      type Mailing { to: Place! copies: [Place!] }
    `,
    citizens: `
      type Query { citizen(name: String): Citizen citizens: [Citizen!]! }
      type House @key(fields: "id") { id: ID! number: Int! @external inhabitants(adult: Boolean): [Citizen!]! owner: Owner plate: String @requires(fields: "number") }
      type Citizen @key(fields: "id") { id: ID! name: String! home: House partner: Citizen children: [Citizen!]! }
      union Owner = Citizen | Company
      type Company @key(fields: "id") { id: ID! name: String seat: House! }
    `,
    taxes: `
      type Query { bill(number: Int): Bill }
      type Citizen @key(fields: "id") { id: ID! name: String! @external bills(first: Int = 2): [Bill!]! greeting: String! @requires(fields: "name") }
      type Company @key(fields: "id") { id: ID! bills: [Bill!]! }
      interface Bill { amount: Float! payer: Payer }
      type CitizenBill implements Bill { amount: Float! payer: Payer late: Boolean! }
      type CompanyBill implements Bill { amount: Float! payer: Payer orders: [[Int!]!] }
      union Payer = Citizen | Company
    `,
  },
};

/**
 * The library with a field of an interface object that requires another subgraph's. Apollo's planner goes in circles over `PLANNER_TRAP`
 * until its memory or its time is used up.
 */
export const TRAP_WORLD: Readonly<Record<string, string>> = {
  ...WORLDS['library'],
  ratings: `
    type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external stars: Float praise: String @requires(fields: "title") }
  `,
};
export const trapWorld = (): MockSubgraph[] =>
  Object.entries(TRAP_WORLD).map(([subgraph, sdl]) => mockSubgraph(subgraph, link + sdl, { faults: false }));
export const PLANNER_TRAP = '{ topMedia { stars title ... on Film { praise stars } } }';

export function world(name: string, options: { faults: boolean }): MockSubgraph[] {
  return Object.entries(WORLDS[name] ?? {}).map(([subgraph, sdl]) => mockSubgraph(subgraph, link + sdl, options));
}
